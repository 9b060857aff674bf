package org.spoolscope.monitor.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.postfix.action.ActionCommands;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.Output;
import org.spoolscope.ssh.SshException;

/// Has Postfix try some messages again, each by itself: one process each, which is why there must
/// be few. What it says proves only that the request was taken. One thread.
final class Retry {
    private static final Budget BUDGET = new Budget(1 << 20, Duration.ofMinutes(5));
    private static final String STEP = "retry";
    private static final int NOT_ALLOWED = 69;
    private static final int NO_PERMISSION = 77;

    private final ActionSession session;
    private final Verdicts verdicts;

    Retry(ActionSession session, Verdicts verdicts) {
        this.session = session;
        this.verdicts = verdicts;
    }

    void run(List<Target> targets) throws InterruptedException, IOException, NoLink {
        Map<String, List<Target>> byInstance =
                targets.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Target::instance, LinkedHashMap::new, Collectors.toList()));
        for (List<Target> its : byInstance.values()) {
            runOn(its);
        }
    }

    private void runOn(List<Target> targets) throws InterruptedException, IOException, NoLink {
        session.tell(Progress.Stage.RETRYING, 0, targets.size());
        String instance = targets.getFirst().instance();
        session.journal().began(session.action(), STEP, instance, targets.size());
        Map<String, TargetResult> answers = new HashMap<>();
        while (answers.size() < targets.size()) { // asking twice does no harm
            try {
                answers.putAll(ask(targets));
                break;
            } catch (SshException e) {
                session.awaitNext();
            }
        }
        int done = 0;
        for (Target target : targets) {
            TargetResult answer =
                    answers.getOrDefault(
                            target.id().value(), new TargetResult(target, Result.FAILED));
            verdicts.put(answer);
            done += answer.result() == Result.CHANGED ? 1 : 0;
        }
        session.journal().did(session.action(), STEP, instance, done);
    }

    private Map<String, TargetResult> ask(List<Target> targets)
            throws SshException, InterruptedException, NoLink {
        Ground ground = session.ground();
        byte[] ids =
                targets.stream()
                        .map(target -> target.id().value() + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.US_ASCII);
        String directory = ground.configDirectory(targets.getFirst().instance()).orElseThrow();
        Output output = ground.connection().run(ActionCommands.RETRY.call(directory), ids, BUDGET);
        Map<String, Target> byId = new HashMap<>();
        targets.forEach(target -> byId.put(target.id().value(), target));
        Map<String, TargetResult> answers = new HashMap<>();
        for (String line : output.text().lines().toList()) {
            String[] parts = line.split("\t", 3);
            Target target = byId.get(parts[0]);
            if (target != null && parts.length == 3) {
                answers.put(parts[0], result(target, parts[1], parts[2]));
            }
        }
        if (!(output.exit() instanceof Exit.Status)) {
            String why = output.exit().text();
            targets.forEach(target ->
                    answers.putIfAbsent(
                            target.id().value(), new TargetResult(target, Result.FAILED, why)));
        }
        return answers;
    }

    private static TargetResult result(Target target, String status, String text) {
        if (status.equals("0")) {
            return new TargetResult(target, Result.CHANGED);
        }
        boolean refused =
                status.equals(String.valueOf(NO_PERMISSION))
                        || status.equals(String.valueOf(NOT_ALLOWED))
                                && text.contains("not allowed");
        return new TargetResult(target, refused ? Result.REFUSED : Result.FAILED, text.strip());
    }
}
