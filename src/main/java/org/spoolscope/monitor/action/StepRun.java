package org.spoolscope.monitor.action;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.postfix.action.PostsuperReply;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.ssh.SshException;

/// Has Postfix take one step for many messages, piece by piece, over lost links, and says for each
/// what came of it: [Result#CHANGED] when Postfix named it, or when it is found as the step leaves
/// it after a link was lost meanwhile. One thread; used once.
final class StepRun {
    /// A message that moves between two queues just then is found by the next one.
    private static final int TRIES = 2;

    private final ActionSession session;
    private final Step step;
    private final Progress.Stage stage;
    private final int total;
    private final BooleanSupplier stop;
    private final Set<Target> left;
    private final Map<Target, TargetResult> results = new LinkedHashMap<>();
    private final PieceSize size = new PieceSize();
    private boolean linkWasLost;
    private String refusal = "";

    /// @param stage as which it is shown
    /// @param stop asked between pieces; what is not begun then stays as it is
    StepRun(
            ActionSession session,
            Step step,
            Progress.Stage stage,
            List<Target> targets,
            BooleanSupplier stop) {
        this.session = session;
        this.step = step;
        this.stage = stage;
        this.total = targets.size();
        this.stop = stop;
        this.left = new LinkedHashSet<>(targets);
    }

    /// One result for each message. Blocks until there is.
    Map<Target, TargetResult> run() throws InterruptedException, IOException, NoLink {
        for (int tries = 0; tries < TRIES && !left.isEmpty(); ) {
            if (takeAll()) {
                tries++;
            }
            if (!left.isEmpty()) {
                lookUp(tries == TRIES);
            }
        }
        return results;
    }

    /// What the server said when it refused, or empty.
    String refusal() {
        return refusal;
    }

    /// Whether the link held.
    private boolean takeAll() throws InterruptedException, IOException, NoLink {
        for (List<Target> its : leftByInstance()) {
            for (int from = 0, to; from < its.size(); from = to) {
                to = Math.min(its.size(), from + size.ids());
                if (stop.getAsBoolean()) {
                    settleRest(Result.FAILED, Words.get("action.detail.cancelled").toString());
                    return true;
                }
                try {
                    if (!take(its.subList(from, to))) {
                        return true;
                    }
                } catch (SshException e) {
                    linkWasLost = true;
                    session.awaitNext();
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether there is any use in going on.
    private boolean take(List<Target> piece)
            throws SshException, InterruptedException, IOException, NoLink {
        session.tell(stage, results.size(), total);
        session.began(step, piece);
        long begun = System.nanoTime();
        PostsuperReply reply = Postsuper.run(session.ground(), session.server(), step, piece);
        size.took(piece.size(), System.nanoTime() - begun);
        int done = 0;
        for (Target target : piece) {
            if (reply.changed().contains(target.id())) {
                settle(target, Result.CHANGED, "");
                done++;
            }
        }
        session.did(step, piece, done);
        if (reply.end() == PostsuperReply.End.REFUSED) {
            refusal = reply.said();
            settleRest(Result.REFUSED, reply.said());
            return false;
        }
        if (reply.end() == PostsuperReply.End.FAILED && done == 0) {
            settleRest(Result.FAILED, reply.said());
            return false;
        }
        return true;
    }

    /// What Postfix did not name is looked up.
    private void lookUp(boolean last) throws InterruptedException, NoLink {
        try {
            QueueCheck now = session.check(List.copyOf(left));
            List.copyOf(left).forEach(target -> judge(target, now, last));
        } catch (QueueCheck.Blind blind) {
            settleRest(Result.FAILED, Wording.of(blind.trouble()).headline().toString());
        }
    }

    private void judge(Target target, QueueCheck now, boolean last) {
        @Nullable QueuedMessage message = now.same(target);
        if (now.isReused(target)) {
            settle(target, Result.MISMATCH, "");
        } else if (linkWasLost && step.isDone(message)) {
            settle(target, Result.CHANGED, "");
        } else if (last && message == null) {
            settle(target, Result.GONE, "");
        } else if (last) {
            String why = step.isDone(message) ? "action.detail.already" : "action.detail.not-found";
            settle(target, Result.FAILED, Words.get(why).toString());
        }
    }

    private void settle(Target target, Result result, String detail) {
        results.put(target, new TargetResult(target, result, detail));
        left.remove(target);
    }

    private void settleRest(Result result, String detail) {
        List.copyOf(left).forEach(target -> settle(target, result, detail));
    }

    private Collection<List<Target>> leftByInstance() {
        return left.stream()
                .collect(
                        Collectors.groupingBy(
                                Target::instance, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
