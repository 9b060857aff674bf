package org.spoolscope.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// In what a listing differed from what the log had told.
///
/// @param listed when the listing ended, by the desktop's clock
/// @param added messages that we did not have
/// @param waiting those of them that the queue manager had not taken up yet, of which the log can't
///   tell
/// @param vanished messages that we had and that were not there any more
/// @param changed messages in another queue, or expired by force
/// @param sample ids of some that differed, at most [#SAMPLE]
/// @param explanations what had called for the listing
public record Reconciliation(
        Instant listed,
        int added,
        int waiting,
        int vanished,
        int changed,
        List<QueueId> sample,
        Set<ListingCause> explanations) {
    public static final int SAMPLE = 20;

    public Reconciliation {
        sample = List.copyOf(sample);
        explanations = Set.copyOf(explanations);
    }

    /// Whether the log had told all of it.
    public boolean agrees() {
        return added == waiting && vanished == 0 && changed == 0;
    }
}
