package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Doctor;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.WatchedInstances;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.ssh.SshException;

/// Carries out one action, from its entry in the journal to its outcome there. One thread; used
/// once.
final class ActionRunner {
    private final ActionSession session;
    private final ActionPlan plan;
    private final Verdicts verdicts;
    private final Freezer freezer;

    /// @param plan as it stands in the journal
    ActionRunner(ActionSession session, ActionPlan plan) {
        this.session = session;
        this.plan = plan;
        this.verdicts = new Verdicts(plan.targets());
        this.freezer = new Freezer(session, verdicts);
    }

    /// Blocks until it is over, or, for a deletion with a time of grace, until it waits.
    ///
    /// @throws IOException when the journal can't be written: nothing more is done then
    /// @throws NoLink when there is no link any more; what came of it is not known
    ActionOutcome run() throws InterruptedException, IOException, NoLink {
        if (plan.verb() == Verb.FLUSH) {
            return flush();
        }
        List<Target> targets = plan.targets();
        switch (plan.verb()) {
            case HOLD -> hold(targets);
            case RELEASE -> release(targets);
            case DELETE -> {
                List<Target> held = freezer.freeze(targets);
                if (plan.grace().isPositive()) {
                    List<Target> right = freezer.seen(held);
                    if (!right.isEmpty()) {
                        return postpone(right);
                    }
                    freezer.thaw(Set.of());
                } else {
                    delete(freezer.checked(held));
                }
            }
            case EXPIRE -> expire(targets);
            case REQUEUE -> requeue(targets);
            case RETRY -> retry(targets);
            case FLUSH -> throw new IllegalStateException("has no targets");
        }
        return end();
    }

    /// Carries out a deletion whose time of grace is over: of the messages that are on hold still.
    ///
    /// @param before those for which it had come to something else by then
    ActionOutcome finishDeletion(List<Outlier> before)
            throws InterruptedException, IOException, NoLink {
        Map<String, Outlier> known = new HashMap<>();
        before.forEach(outlier -> known.put(outlier.key(), outlier));
        for (Target target : plan.targets()) {
            Outlier outlier = known.get(target.key());
            if (outlier != null) {
                verdicts.put(new TargetResult(target, outlier.result(), outlier.detail()));
            }
        }
        List<Target> open = verdicts.open();
        delete(freezer.checked(open));
        return end();
    }

    private void hold(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> right = freezer.seen(freezer.hold(targets));
        verdicts.put(right, Result.CHANGED);
        freezer.thaw(new HashSet<>(right));
    }

    /// A released message can be gone at once, so they are looked at before.
    private void release(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> right = freezer.checked(targets);
        verdicts.put(freezer.take(Step.RELEASE, Progress.Stage.RELEASING, right), Result.CHANGED);
        freezer.thaw(Set.of());
    }

    private void expire(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> right = freezer.checked(freezer.freeze(targets));
        verdicts.put(freezer.take(Step.EXPIRE, Progress.Stage.EXPIRING, right), Result.CHANGED);
        freezer.thaw(Set.of());
    }

    private void requeue(List<Target> targets) throws InterruptedException, IOException, NoLink {
        List<Target> right = freezer.checked(freezer.freeze(targets));
        List<Target> done = freezer.take(Step.REQUEUE, Progress.Stage.REQUEUEING, right);
        verdicts.put(done, Result.CHANGED);
        freezer.thaw(new HashSet<>(done));
    }

    private void delete(List<Target> right) throws InterruptedException, IOException, NoLink {
        List<Target> done = freezer.take(Step.DELETE, Progress.Stage.DELETING, right);
        verdicts.put(done, Result.CHANGED);
        freezer.thaw(new HashSet<>(done));
    }

    private ActionOutcome postpone(List<Target> right)
            throws InterruptedException, IOException, NoLink {
        freezer.thaw(new HashSet<>(right));
        verdicts.put(right, Result.CHANGED);
        Instant until = session.now().plus(plan.grace());
        ActionOutcome outcome = outcome(until);
        session.journal().postponed(session.action(), until, outcome.tally(), outcome.outliers());
        return outcome;
    }

    private void retry(List<Target> targets) throws InterruptedException, IOException, NoLink {
        try {
            QueueCheck now = session.check(targets);
            for (Target target : targets) {
                QueuedMessage message = now.same(target);
                if (now.isReused(target)) {
                    verdicts.put(target, Result.MISMATCH);
                } else if (message == null) {
                    verdicts.put(target, Result.GONE);
                } else if (message.queue() != QueueName.DEFERRED) {
                    verdicts.fail(target, "action.detail.not-deferred");
                }
            }
            new Retry(session, verdicts).run(verdicts.open());
        } catch (QueueCheck.Blind blind) {
            String why = Wording.of(blind.trouble()).headline().toString();
            targets.forEach(target -> verdicts.put(new TargetResult(target, Result.FAILED, why)));
        }
    }

    private ActionOutcome flush() throws InterruptedException, IOException, NoLink {
        List<Instance> instances = WatchedInstances.of(session.ground().facts(), session.server());
        Flush flush = new Flush(session, plan.site());
        Tally tally = flush.run(instances);
        session.journal().ended(session.action(), tally, List.of());
        return new ActionOutcome(
                session.action(),
                plan.verb(),
                List.of(),
                tally,
                null,
                flush.said(),
                tally.refused() > 0 ? grant(Capability.Kind.FLUSH) : "",
                session.isCancelled());
    }

    private ActionOutcome end() throws InterruptedException, IOException {
        ActionOutcome outcome = outcome(null);
        session.journal().ended(session.action(), outcome.tally(), outcome.outliers());
        return outcome;
    }

    private ActionOutcome outcome(@Nullable Instant until) throws InterruptedException {
        List<TargetResult> results = new ArrayList<>();
        for (TargetResult result : verdicts.inOrder()) {
            results.add(explained(result));
        }
        Tally tally = Tally.of(results);
        return new ActionOutcome(
                session.action(),
                plan.verb(),
                results,
                tally,
                until,
                freezer.refusal(),
                tally.refused() > 0 ? grant(Capability.Kind.ACT_AS_ROOT) : "",
                session.isCancelled());
    }

    /// Of a message that was not there any more, the log may say since when.
    private TargetResult explained(TargetResult result) throws InterruptedException {
        if (result.result() != Result.GONE || !result.detail().isEmpty()) {
            return result;
        }
        String left = session.left(result.target());
        return left.isEmpty()
                ? result
                : new TargetResult(
                        result.target(),
                        result.result(),
                        Words.get("action.detail.left", left).toString());
    }

    /// The lines that would allow it, where that can be found out.
    private String grant(Capability.Kind kind) throws InterruptedException {
        try {
            Ground ground = session.ground();
            return Doctor.examinePostfix(ground.connection(), ground.facts(), session.server())
                    .stream()
                    .filter(one -> one.kind() == kind)
                    .map(Capability::grant)
                    .findFirst()
                    .orElse("");
        } catch (SshException | NoLink e) {
            return "";
        }
    }
}
