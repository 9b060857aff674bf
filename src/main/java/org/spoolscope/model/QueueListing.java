package org.spoolscope.model;

import java.time.Duration;
import java.time.Instant;

/// What one `postqueue` call told about one instance's queue.
///
/// It is no snapshot: the queue changes while it is listed, a message may appear twice or be missed
/// (postqueue(1)). Of one that appeared twice the later state is kept.
///
/// @param taken when the listing ended, by the desktop's clock
/// @param took from the request to the last byte
/// @param queuesToldApart whether incoming, deferred and maildrop can be told apart (`postqueue -p`
///   cannot: there, what is neither active nor held is counted as deferred)
/// @param notUnderstood records that were no message (cut, malformed, no valid queue id)
public record QueueListing(
        Instant taken,
        Duration took,
        QueueTable messages,
        boolean queuesToldApart,
        int notUnderstood) {
    public QueueCounts counts() {
        return messages.counts();
    }
}
