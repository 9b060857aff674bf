package org.spoolscope.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of one instance's queue, and how.
///
/// @param asOf by the desktop's clock: when the listing ended, or up to when the log told
/// @param queuesToldApart see [QueueListing]
/// @param notUnderstood records of the listing that were no message, and are missing
/// @param log where the queue is told by the log, what its listings said to that; else null
public record KnownQueue(
        Instant asOf,
        QueueTable messages,
        boolean queuesToldApart,
        int notUnderstood,
        @Nullable Told log) {
    /// Of a queue that the log tells.
    ///
    /// @param checked what the last listing put right
    /// @param wanted why another one is called for; empty when none is
    public record Told(Reconciliation checked, Set<ListingCause> wanted) {
        public Told {
            wanted = Set.copyOf(wanted);
        }
    }

    /// As listed.
    public static KnownQueue of(QueueListing listing) {
        return new KnownQueue(
                listing.taken(),
                listing.messages(),
                listing.queuesToldApart(),
                listing.notUnderstood(),
                null);
    }

    public QueueCounts counts() {
        return messages.counts();
    }

    /// When it was listed last.
    public Instant listed() {
        return log == null ? asOf : log.checked().listed();
    }
}
