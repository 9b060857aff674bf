package org.spoolscope.monitor.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.postfix.action.Step;

/// Puts messages on hold and makes sure that they are those that the person saw. A held message
/// can't be delivered, so its id can't be freed and given to another one before the next step.
final class Freezer {
    private final ActionSession session;
    private final Verdicts verdicts;
    private final Set<Target> frozen = new LinkedHashSet<>();
    private String refusal = "";

    Freezer(ActionSession session, Verdicts verdicts) {
        this.session = session;
        this.verdicts = verdicts;
    }

    /// What the server said when it refused, or empty.
    String refusal() {
        return refusal;
    }

    /// Puts on hold what is not so yet, and returns all that is. About the others there are
    /// verdicts. [#thaw] puts them back as they were.
    List<Target> freeze(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> held = new ArrayList<>();
        List<Target> others = new ArrayList<>();
        targets.forEach(target -> (target.queue() == QueueName.HOLD ? held : others).add(target));
        held.addAll(hold(others));
        if (session.isCancelled()) {
            held.forEach(target -> verdicts.fail(target, "action.detail.cancelled"));
            return List.of();
        }
        return held;
    }

    /// Puts messages on hold, whichever have these ids now.
    List<Target> hold(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> held = take(Step.HOLD, Progress.Stage.HOLDING, targets);
        frozen.addAll(held);
        return held;
    }

    /// Those that are on hold and the right ones: by the log, and by a listing for what it does not
    /// tell. For what can be taken back; before anything else see [#checked].
    List<Target> seen(List<Target> held) throws InterruptedException, NoLink {
        Set<Target> told = session.heldByLog(held);
        Set<Target> right = new HashSet<>(told);
        right.addAll(checked(held.stream().filter(target -> !told.contains(target)).toList()));
        return held.stream().filter(right::contains).toList();
    }

    /// Those that are on hold and the right ones, by a listing.
    List<Target> checked(List<Target> held) throws InterruptedException, NoLink {
        if (held.isEmpty()) {
            return held;
        }
        try {
            QueueCheck now = session.check(held);
            return held.stream().filter(target -> isRight(target, now)).toList();
        } catch (QueueCheck.Blind blind) {
            String why = Wording.of(blind.trouble()).headline().toString();
            held.forEach(target -> verdicts.put(new TargetResult(target, Result.FAILED, why)));
            return List.of();
        }
    }

    private boolean isRight(Target target, QueueCheck now) {
        QueuedMessage message = now.same(target);
        if (now.isReused(target)) {
            verdicts.put(target, Result.MISMATCH);
        } else if (message == null) {
            verdicts.put(target, Result.GONE);
        } else if (message.queue() != QueueName.HOLD) {
            verdicts.fail(target, "action.detail.not-held");
        } else if (message.recipients().isEmpty()) {
            // It was being delivered when it was put on hold: an empty shell of it is left.
            frozen.add(target);
            verdicts.put(
                    new TargetResult(
                            target, Result.GONE, Words.get("action.detail.delivered").toString()));
        } else {
            return true;
        }
        return false;
    }

    /// Takes a step, and returns those it was taken for. About the others there are verdicts.
    List<Target> take(Step step, Progress.Stage stage, List<Target> targets)
            throws InterruptedException, IOException, NoLink {
        if (targets.isEmpty()) {
            return List.of();
        }
        StepRun run = new StepRun(session, step, stage, targets, session::isCancelled);
        List<Target> taken = new ArrayList<>();
        for (TargetResult result : run.run().values()) {
            if (result.result() == Result.CHANGED) {
                taken.add(result.target());
            } else {
                verdicts.put(result);
            }
        }
        refusal = refusal.isEmpty() ? run.refusal() : refusal;
        return taken;
    }

    /// Releases again what was frozen, but for some. The person can't stop this.
    void thaw(Collection<Target> but) throws InterruptedException, IOException, NoLink {
        List<Target> back = frozen.stream().filter(target -> !but.contains(target)).toList();
        frozen.removeAll(back);
        if (!back.isEmpty()) {
            new StepRun(session, Step.RELEASE, Progress.Stage.RELEASING, back, () -> false).run();
        }
    }
}
