package org.spoolscope.monitor.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;

/// What came of an action.
///
/// @param action its name in the journal
/// @param results one per target, in the plan's order; none for a flush
/// @param tally of the results; of a flush, of the instances
/// @param until of a deletion with a time of grace: when the messages, now on hold, are to be gone;
///   else null. Those are counted as changed.
/// @param said what the server said where it refused or failed, else empty
/// @param grant the lines that would allow what was refused, else empty
/// @param cancelled whether the person ended it
public record ActionOutcome(
        String action,
        Verb verb,
        List<TargetResult> results,
        Tally tally,
        @Nullable Instant until,
        String said,
        String grant,
        boolean cancelled) {
    public ActionOutcome {
        results = List.copyOf(results);
    }

    /// How many that are kept from being delivered now, or were deleted, stood in the active queue
    /// when the person saw them: Postfix may have been delivering them, and goes on with that.
    public int underWay() {
        return verb != Verb.HOLD && verb != Verb.DELETE
                ? 0
                : (int)
                        results.stream()
                                .filter(one -> one.result() == Result.CHANGED)
                                .filter(one -> one.target().queue() == QueueName.ACTIVE)
                                .count();
    }

    /// The messages that were not changed.
    public List<Outlier> outliers() {
        return results.stream()
                .filter(one -> one.result() != Result.CHANGED)
                .map(Outlier::of)
                .toList();
    }
}
