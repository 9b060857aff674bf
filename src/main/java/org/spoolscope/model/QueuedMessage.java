package org.spoolscope.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message in a queue, as a listing shows it or the log tells of it.
///
/// @param instance the Postfix instance it belongs to; ids are unique only within one
/// @param size bytes of header and body, or [#UNKNOWN_SIZE]
/// @param sender the envelope sender; empty for the null sender, which Postfix prints as
///   `empty_address_recipient` (`MAILER-DAEMON`)
/// @param recipients those still undelivered, in Postfix's order; may be empty
/// @param recipientsUnknown how many more there are, of which the log told the number and not yet
///   the addresses
/// @param forcedExpire `postsuper -e` has been used on it (Postfix 3.5 and later)
/// @param tries null where no attempt is known of: a listing tells of none
public record QueuedMessage(
        String instance,
        QueueName queue,
        QueueId id,
        Instant arrival,
        long size,
        String sender,
        List<Recipient> recipients,
        int recipientsUnknown,
        boolean forcedExpire,
        @Nullable Tries tries) {
    /// The log does not tell the size of a message that is held on arrival.
    public static final long UNKNOWN_SIZE = -1;

    public QueuedMessage {
        recipients = List.copyOf(recipients);
    }

    /// What a listing knows.
    public QueuedMessage(
            String instance,
            QueueName queue,
            QueueId id,
            Instant arrival,
            long size,
            String sender,
            List<Recipient> recipients,
            boolean forcedExpire) {
        this(instance, queue, id, arrival, size, sender, recipients, 0, forcedExpire, null);
    }

    /// Sender's domain in lower case; empty for the null sender.
    public String senderDomain() {
        return Addresses.domain(sender);
    }

    /// All that are left, whether their addresses are known or not.
    public int recipientCount() {
        return recipients.size() + recipientsUnknown;
    }
}
