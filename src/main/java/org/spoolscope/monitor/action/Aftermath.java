package org.spoolscope.monitor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.postfix.action.Step;

/// What came of an action that was interrupted in the middle, told from how its messages stand now.
final class Aftermath {
    private final Verb verb;
    private final Set<String> steps;

    /// @param steps what Postfix was told to do before the interruption
    Aftermath(Verb verb, Set<String> steps) {
        this.verb = verb;
        this.steps = steps;
    }

    /// One result for each message.
    List<TargetResult> of(List<Target> targets, QueueCheck now) {
        List<TargetResult> results = new ArrayList<>(targets.size());
        for (Target target : targets) {
            results.add(
                    now.isReused(target)
                            ? new TargetResult(target, Result.MISMATCH)
                            : of(target, now.same(target)));
        }
        return results;
    }

    private TargetResult of(Target target, @Nullable QueuedMessage message) {
        Step last = lastStep();
        if (last != null && steps.contains(last.word()) && last.isDone(message)) {
            return new TargetResult(target, Result.CHANGED);
        }
        if (verb == Verb.RETRY && !steps.isEmpty() && message != null) {
            return new TargetResult(target, Result.CHANGED);
        }
        if (message == null) {
            return new TargetResult(target, Result.GONE);
        }
        boolean left = message.queue() == QueueName.HOLD && target.queue() != QueueName.HOLD;
        String why = left ? Outlier.LEFT_ON_HOLD : Words.get("action.detail.untouched").toString();
        return new TargetResult(target, Result.FAILED, why);
    }

    /// The one that does what the verb says.
    private @Nullable Step lastStep() {
        return switch (verb) {
            case HOLD -> Step.HOLD;
            case RELEASE -> Step.RELEASE;
            case REQUEUE -> Step.REQUEUE;
            case DELETE -> Step.DELETE;
            case EXPIRE -> Step.EXPIRE;
            case RETRY, FLUSH -> null;
        };
    }
}
