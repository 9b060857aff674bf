package org.spoolscope.postfix.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueTable;

/// One instance's queue as known at one moment.
///
/// @param complete whether a listing has been merged: before that, only what came since the log is
///   read is there
/// @param wanted why a listing is called for; empty when none is
/// @param reconciled what the last listing had put right, or null before the first
public record QueueState(
        String instance,
        QueueTable messages,
        boolean complete,
        Set<ListingCause> wanted,
        @Nullable Reconciliation reconciled) {
    public QueueState {
        wanted = Set.copyOf(wanted);
    }
}
