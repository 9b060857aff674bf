package org.spoolscope.model;

import java.time.Instant;
import java.util.List;

/// One message in a queue, as a listing shows it.
///
/// @param instance the Postfix instance it belongs to; ids are unique only within one
/// @param size bytes of header and body
/// @param sender the envelope sender; empty for the null sender, which Postfix prints as
///   `empty_address_recipient` (`MAILER-DAEMON`)
/// @param recipients those still undelivered, in Postfix's order; may be empty
/// @param forcedExpire `postsuper -e` has been used on it (Postfix 3.5 and later)
public record QueuedMessage(
        String instance,
        QueueName queue,
        QueueId id,
        Instant arrival,
        long size,
        String sender,
        List<Recipient> recipients,
        boolean forcedExpire) {
    public QueuedMessage {
        recipients = List.copyOf(recipients);
    }

    /// Sender's domain in lower case; empty for the null sender.
    public String senderDomain() {
        return Addresses.domain(sender);
    }
}
