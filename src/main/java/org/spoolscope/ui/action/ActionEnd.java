package org.spoolscope.ui.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.action.ActionOutcome;

/// How an action ended.
///
/// @param outcome null when what came of it is not known
/// @param words what came of it, in a sentence
public record ActionEnd(
        String action, ActionPlan plan, @Nullable ActionOutcome outcome, DisplayText words) {
    static ActionEnd of(String action, ActionPlan plan, ActionOutcome outcome) {
        Tally tally = outcome.tally();
        DisplayText words =
                plan.verb() == Verb.FLUSH
                        ? flushed(tally)
                        : ActionWording.outcome(
                                plan.verb(), plan.targets().size(), tally, outcome.until() != null);
        int underWay = outcome.underWay();
        return new ActionEnd(
                action,
                plan,
                outcome,
                underWay == 0
                        ? words
                        : DisplayText.of(words + " " + ActionWording.underWay(underWay)));
    }

    static ActionEnd unknown(String action, ActionPlan plan, Throwable why) {
        return new ActionEnd(action, plan, null, DisplayText.of(String.valueOf(why.getMessage())));
    }

    /// What came of an action that is over, or waits.
    static DisplayText words(ActionRecord record) {
        return record.verb() == Verb.FLUSH
                ? flushed(record.tally())
                : ActionWording.outcome(record);
    }

    private static DisplayText flushed(Tally tally) {
        String what = tally.refused() > 0 ? "refused" : tally.failed() > 0 ? "failed" : "asked";
        return Words.get("action.flush." + what);
    }

    /// Whether it all went as asked.
    public boolean isClean() {
        ActionOutcome known = outcome;
        return known != null
                && !known.cancelled()
                && known.outliers().isEmpty()
                && known.tally().changed() == known.tally().total();
    }

    /// Whether it can be taken back.
    public boolean canBeUndone() {
        ActionOutcome known = outcome;
        return known != null
                && known.tally().changed() > 0
                && (plan.verb() == Verb.DELETE
                        ? known.until() != null
                        : plan.verb().undoneBy().isPresent());
    }

    /// The messages that were not changed.
    public List<Outlier> outliers() {
        ActionOutcome known = outcome;
        return known == null ? List.of() : known.outliers();
    }

    /// What the server said where it refused, else empty.
    public DisplayText said() {
        ActionOutcome known = outcome;
        return known == null ? DisplayText.EMPTY : DisplayText.of(known.said());
    }

    /// The lines that would allow what was refused.
    public List<DisplayText> grant() {
        ActionOutcome known = outcome;
        return known == null ? List.of() : known.grant().lines().map(DisplayText::of).toList();
    }
}
