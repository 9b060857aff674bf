package org.spoolscope.monitor.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;

/// What is decided about an action's messages so far.
final class Verdicts {
    private final List<Target> targets;
    private final Map<Target, TargetResult> results = new HashMap<>();

    Verdicts(List<Target> targets) {
        this.targets = targets;
    }

    void put(TargetResult result) {
        results.put(result.target(), result);
    }

    void put(Target target, Result result) {
        put(new TargetResult(target, result));
    }

    /// @param why key of a phrase
    void fail(Target target, String why) {
        put(new TargetResult(target, Result.FAILED, Words.get(why).toString()));
    }

    void put(Collection<Target> some, Result result) {
        some.forEach(target -> put(target, result));
    }

    boolean isChanged(Target target) {
        TargetResult result = results.get(target);
        return result != null && result.result() == Result.CHANGED;
    }

    /// Nothing was decided about these: they are as they were.
    List<Target> open() {
        return targets.stream().filter(target -> !results.containsKey(target)).toList();
    }

    /// In the order of the plan, one for each message.
    List<TargetResult> inOrder() {
        List<TargetResult> all = new ArrayList<>(targets.size());
        for (Target target : targets) {
            TargetResult result = results.get(target);
            if (result == null) {
                throw new IllegalStateException("nothing decided about " + target.id());
            }
            all.add(result);
        }
        return all;
    }
}
