package org.spoolscope.postfix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;

/// What one listing command told, before it is known when and how fast.
///
/// @param notUnderstood see [QueueListing#notUnderstood]
public record Listed(List<QueuedMessage> messages, boolean queuesToldApart, int notUnderstood) {
    public Listed {
        messages = List.copyOf(messages);
    }

    public QueueListing at(Instant taken, Duration took) {
        return new QueueListing(
                taken, took, QueueTable.of(messages), queuesToldApart, notUnderstood);
    }
}
