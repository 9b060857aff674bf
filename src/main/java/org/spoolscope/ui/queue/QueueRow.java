package org.spoolscope.ui.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.postfix.schedule.Prospect;

/// One line of the table: a message and the server it waits on.
///
/// @param outlook of its instance
public record QueueRow(String server, QueuedMessage message, Outlook outlook) {
    /// What makes a message the same one in the next listing. A queue id is unique only within one
    /// instance of one server.
    public record Key(String server, String instance, QueueId id) {}

    public Key key() {
        return new Key(server, message.instance(), message.id());
    }

    /// What is ahead of the message.
    ///
    /// @param now by the desktop's clock
    public Prospect prospect(Instant now) {
        return outlook.of(message, now);
    }

    /// The first recipient, whose address stands for all in the table, or null when none is left.
    public @Nullable Recipient first() {
        return message.recipients().isEmpty() ? null : message.recipients().getFirst();
    }

    /// The first reason on file, or an empty text: mail that has not been tried has none.
    public String reason() {
        for (Recipient recipient : message.recipients()) {
            String reason = recipient.reason();
            if (reason != null) {
                return reason;
            }
        }
        return "";
    }
}
