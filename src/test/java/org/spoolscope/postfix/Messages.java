package org.spoolscope.postfix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.TableRows;

/// Messages for tests, all arrived before [#NOW].
public final class Messages {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Messages() {}

    /// A deferred message of 1,000 bytes to one recipient.
    public static QueuedMessage message(
            String id, String sender, long minutes, String recipient, @Nullable String reason) {
        return message(id, sender, minutes, List.of(new Recipient(recipient, reason)));
    }

    /// As the rows of a table.
    public static TableRows rows(List<QueuedMessage> messages) {
        return TableRows.all(List.of(QueueTable.of(messages)));
    }

    public static QueuedMessage message(
            String id, String sender, long minutes, List<Recipient> recipients) {
        return new QueuedMessage(
                "-",
                QueueName.DEFERRED,
                new QueueId(id),
                NOW.minusSeconds(minutes * 60),
                1000,
                sender,
                new ArrayList<>(recipients),
                false);
    }
}
