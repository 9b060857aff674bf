package org.spoolscope.postfix.queue;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.Reconciliation;

/// One instance's queue as known at one moment.
///
/// @param complete whether a listing has been merged: before that, only what came since the log is
///   read is there
/// @param queuesToldApart see [org.spoolscope.model.QueueListing], of the one that was merged last
/// @param notUnderstood likewise
/// @param wanted why a listing is called for; empty when none is
/// @param reconciled what the last listing had put right, or null before the first
public record QueueState(
        String instance,
        QueueTable messages,
        boolean complete,
        boolean queuesToldApart,
        int notUnderstood,
        Set<ListingCause> wanted,
        @Nullable Reconciliation reconciled) {
    public QueueState {
        wanted = Set.copyOf(wanted);
    }

    /// As told up to that moment; only of one that is complete.
    public KnownQueue known(Instant asOf) {
        if (reconciled == null) {
            throw new IllegalStateException(instance);
        }
        return new KnownQueue(
                asOf,
                messages,
                queuesToldApart,
                notUnderstood,
                new KnownQueue.Told(reconciled, wanted));
    }
}
