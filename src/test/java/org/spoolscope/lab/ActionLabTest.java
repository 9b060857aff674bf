package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.monitor.action.Progress.Stage;
import org.spoolscope.monitor.action.RunningAction;

/// Goals A1 and A3 to A8 of reliability: what actions do to a real Postfix, through the sudo rules
/// that Spoolscope documents.
@Tag("lab")
final class ActionLabTest {
    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private ActingLab acting;

    @BeforeEach
    void begin() throws IOException {
        lab.empty();
        lab.fault("pause");
        acting = new ActingLab(lab, folder, now::get);
    }

    @AfterEach
    void end() throws IOException {
        acting.close();
        lab.mend("pause");
        lab.empty();
    }

    @Test
    void holdAndReleaseOnBothInstancesAndBack() throws Exception {
        List<QueuedMessage> seen = deferred(10, 10);
        List<QueuedMessage> chosen = seen.subList(5, 15);

        ActionOutcome held = acting.act(Verb.HOLD, chosen);

        assertThat(held.tally()).isEqualTo(new Tally(10, 0, 0, 0, 0));
        assertThat(idsIn(QueueName.HOLD)).containsExactlyInAnyOrderElementsOf(ids(chosen));

        var _ = ActingLab.await(acting.desk().undo(held.action(), "").orElseThrow());

        assertThat(idsIn(QueueName.DEFERRED)).containsExactlyInAnyOrderElementsOf(ids(seen));
        assertThat(acting.desk().find(held.action()).orElseThrow().undoneBy()).isNotNull();
    }

    /// A1: between view and click, half of the ids have come to mean other messages.
    @Test
    void anIdThatIsAnotherMessagesByNowIsNotTouched() throws Exception {
        List<QueuedMessage> reused = deferred(500, 0);
        // A queue id comes back at another second.
        Sleeper.REAL.sleep(Duration.ofMillis(1_100));
        List<QueuedMessage> others = new ArrayList<>(deferred(500, 0));
        others.removeAll(reused);
        assertThat(others).hasSize(500);
        List<QueuedMessage> seen = new ArrayList<>(reused);
        seen.addAll(others);
        Collections.shuffle(seen, new Random(3));
        giveContentOf(others, reused);
        Map<QueueId, QueuedMessage> before = acting.byId();
        assertThat(reused)
                .allMatch(message -> !before.get(message.id()).arrival().equals(message.arrival()));

        ActionOutcome outcome =
                ActingLab.await(
                        acting.desk()
                                .start(ActingLab.plan(Verb.DELETE, seen).grace(Duration.ZERO)));

        assertThat(outcome.tally()).isEqualTo(new Tally(500, 0, 500, 0, 0));
        Map<QueueId, QueuedMessage> after = acting.byId();
        assertThat(after.keySet()).isEqualTo(Set.copyOf(ids(reused)));
        // As it was before, on hold no more.
        assertThat(after.values()).allMatch(message -> message.equals(before.get(message.id())));
    }

    /// A3: nothing but what is documented.
    @Test
    void sudoRefusesEverythingElse() {
        for (String arguments :
                List.of(
                        "-d ALL",
                        "-d -",
                        "-d - deferred",
                        "-h ALL",
                        "-H ALL",
                        "-r ALL",
                        "-c /tmp -h -",
                        "-h - -c /tmp",
                        "-h - -v",
                        "-s",
                        "")) {
            var _ =
                    lab.inside(
                            "sh",
                            "-c",
                            "! runuser -u ops -- sudo -n -l /usr/sbin/postsuper " + arguments);
        }
        for (String arguments : List.of("-h -", "-H -", "-r -", "-e -", "-d - hold")) {
            var _ =
                    lab.inside(
                            "sh",
                            "-c",
                            "runuser -u ops -- sudo -n -l /usr/sbin/postsuper " + arguments);
        }
    }

    /// A4: within three seconds, with the lines that would allow it, and nothing is touched.
    @Test
    void aRefusalSaysWhatToGrant() throws Exception {
        List<QueuedMessage> seen = deferred(3, 0);
        lab.fault("sudo");
        long begun = System.nanoTime();

        ActionOutcome outcome = acting.act(Verb.DELETE, seen);

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("a refusal: after %.1f s%n", took.toMillis() / 1e3);
        assertThat(outcome.tally()).isEqualTo(new Tally(0, 0, 0, 3, 0));
        assertThat(outcome.said()).contains("password");
        assertThat(outcome.grant())
                .contains("ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -d - hold");
        assertThat(lab.queue()).containsExactlyInAnyOrderElementsOf(seen);
    }

    /// A5: one copy goes out, and what is left of the message is not deleted as if it were whole.
    @Test
    void whatIsBeingDeliveredIsDeliveredOnce() throws Exception {
        lab.mend("pause");
        String id;
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            id = client.send("news@accept.example", "slow." + id(), "a@slow.example");
        }
        var _ = lab.awaitLine("mail.log", id + ": from=", "queue active");
        QueuedMessage active = acting.byId().get(new QueueId(id));
        assertThat(active.queue()).isEqualTo(QueueName.ACTIVE);

        ActionOutcome held = acting.act(Verb.HOLD, List.of(active));
        assertThat(held.tally().changed()).isEqualTo(1);
        assertThat(held.underWay()).isEqualTo(1);
        var _ = lab.awaitLine("mail.log", id + ": to=<a@slow.example>", "status=sent");
        QueuedMessage shell = acting.byId().get(new QueueId(id));
        assertThat(shell.queue()).isEqualTo(QueueName.HOLD);
        assertThat(shell.recipients()).isEmpty();

        ActionOutcome deleted = acting.act(Verb.DELETE, List.of(shell));

        assertThat(deleted.tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
        assertThat(deleted.results().getFirst().detail()).startsWith("already delivered");
        var _ = lab.inside("postqueue", "-f");
        var _ = lab.awaitLine("mail.log", id + ": removed");
        assertThat(
                        lab.inside("cat", "/var/log/mail.log")
                                .lines()
                                .filter(line -> line.contains(id + ": to="))
                                .filter(line -> line.contains("status=sent")))
                .hasSize(1);
        assertThat(acting.byId()).doesNotContainKey(new QueueId(id));
    }

    /// A6: at each stage, again and again.
    @Test
    void eachMessageIsAccountedForThoughTheLinkIsCut() throws Exception {
        Random random = new Random(11);
        for (Stage stage : List.of(Stage.HOLDING, Stage.CHECKING, Stage.DELETING)) {
            List<QueuedMessage> seen = deferred(250, 0);
            ActionPlan plan = ActingLab.plan(Verb.DELETE, seen).grace(Duration.ZERO);
            RunningAction run = acting.desk().start(plan);
            int cuts = 0;
            while (!run.outcome().isDone() && cuts < 2) {
                if (run.progress().stage() == stage) {
                    Sleeper.REAL.sleep(Duration.ofMillis(random.nextInt(60)));
                    lab.fault("cut");
                    cuts++;
                }
            }
            ActionOutcome outcome = ActingLab.await(run);

            assertThat(outcome.tally()).as("%s", stage).isEqualTo(new Tally(250, 0, 0, 0, 0));
            assertThat(lab.queue()).as("%s", stage).isEmpty();
            ActionOutcome again = ActingLab.await(acting.desk().start(plan));
            assertThat(again.tally()).as("%s", stage).isEqualTo(new Tally(0, 250, 0, 0, 0));
        }
    }

    /// A7: what is taken back is what it was, and is delivered.
    @Test
    void aDeletionIsTakenBack() throws Exception {
        String id;
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            id = client.send("news@accept.example", "back." + id(), "a@accept.example");
        }
        var _ = lab.awaitLine("mail.log", id + ": to=", "status=deferred");
        String content = lab.inside("postcat", "-h", "-b", "-q", id);
        QueuedMessage seen = acting.byId().get(new QueueId(id));

        ActionOutcome waits = acting.act(Verb.DELETE, List.of(seen));

        assertThat(waits.until()).isEqualTo(now.get().plus(ActionPlan.GRACE));
        assertThat(idsIn(QueueName.HOLD)).containsExactly(new QueueId(id));
        assertThat(acting.desk().tidyUp(Lab.NAME)).isEmpty();
        now.updateAndGet(time -> time.plusSeconds(599));
        assertThat(acting.desk().tidyUp(Lab.NAME)).isEmpty();
        var _ = ActingLab.await(acting.desk().undo(waits.action(), "").orElseThrow());

        assertThat(acting.byId().get(new QueueId(id))).isEqualTo(seen);
        assertThat(lab.inside("postcat", "-h", "-b", "-q", id)).isEqualTo(content);
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(acting.desk().tidyUp(Lab.NAME)).isEmpty();
        lab.mend("pause");
        var _ = lab.inside("postqueue", "-f");
        var _ = lab.awaitLine("mail.log", id + ": to=<a@accept.example>", "status=sent");
    }

    @Test
    void aDeletionIsCarriedOutAfterItsTimeOfGrace() throws Exception {
        List<QueuedMessage> seen = deferred(6, 0);
        List<QueuedMessage> heldBefore = seen.subList(0, 2);
        var _ = acting.act(Verb.HOLD, heldBefore);
        List<QueuedMessage> now6 =
                seen.stream().map(message -> acting.byId().get(message.id())).toList();
        ActionOutcome waits = acting.act(Verb.DELETE, now6);
        // One is taken off hold by somebody else meanwhile: it is theirs.
        var _ = lab.inside("postsuper", "-H", seen.get(2).id().value());
        now.updateAndGet(time -> time.plus(ActionPlan.GRACE));

        List<ActionOutcome> outcomes = acting.desk().tidyUp(Lab.NAME);

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().tally()).isEqualTo(new Tally(5, 0, 0, 0, 1));
        assertThat(acting.byId().keySet()).containsExactly(seen.get(2).id());
        ActionRecord record = acting.desk().find(waits.action()).orElseThrow();
        assertThat(record.state()).isEqualTo(ActionRecord.State.DONE);
        assertThat(record.canBeUndone()).isFalse();
        assertThat(acting.desk().tidyUp(Lab.NAME)).isEmpty();
    }

    /// Those that were on hold before stay there when a deletion is called off.
    @Test
    void callingADeletionOffLeavesOnHoldWhatWasOnHold() throws Exception {
        List<QueuedMessage> seen = deferred(2, 0);
        var _ = acting.act(Verb.HOLD, seen.subList(0, 1));
        Map<QueueId, QueuedMessage> now = acting.byId();
        ActionOutcome waits = acting.act(Verb.DELETE, List.copyOf(now.values()));

        var _ = ActingLab.await(acting.desk().undo(waits.action(), "").orElseThrow());

        assertThat(acting.byId()).isEqualTo(now);
    }

    /// A8: postsuper exits with 0, and nothing was changed.
    @Test
    void whatIsGoneOrIsSoAlreadyIsNoChange() throws Exception {
        List<QueuedMessage> seen = deferred(3, 0);
        var _ = lab.inside("postsuper", "-d", seen.get(0).id().value());
        var _ = lab.inside("postsuper", "-h", seen.get(1).id().value());

        ActionOutcome outcome = acting.act(Verb.HOLD, seen);

        assertThat(results(outcome))
                .containsOnly(
                        entry(seen.get(0).id(), Result.GONE),
                        entry(seen.get(1).id(), Result.FAILED),
                        entry(seen.get(2).id(), Result.CHANGED));
    }

    @Test
    void requeuedIsANewMessageWithItsOwnId() throws Exception {
        List<QueuedMessage> seen = deferred(3, 2);

        ActionOutcome outcome = acting.act(Verb.REQUEUE, seen);

        assertThat(outcome.tally().changed()).isEqualTo(5);
        // What wakes pickup, which looks by itself once a minute.
        for (String directory : Lab.CONFIG_DIRECTORIES) {
            var _ = lab.inside("postqueue", "-c", directory, "-f");
        }
        for (QueuedMessage message : seen) {
            String log = message.instance().equals("-") ? "mail.log" : "mail-out.log";
            var _ = lab.awaitLine(log, "orig_id=" + message.id());
        }
        assertThat(acting.byId().keySet()).doesNotContainAnyElementsOf(ids(seen));
        assertThat(outcome.results()).allMatch(result -> result.result() == Result.CHANGED);
    }

    @Test
    void expiredIsReturnedToItsSenderAtTheNextAttempt() throws Exception {
        List<QueuedMessage> seen = deferred(2, 0);
        var _ = acting.act(Verb.HOLD, seen.subList(0, 1));
        Map<QueueId, QueuedMessage> both = acting.byId();

        ActionOutcome outcome = acting.act(Verb.EXPIRE, List.copyOf(both.values()));

        assertThat(outcome.tally().changed()).isEqualTo(2);
        assertThat(lab.queue()).allMatch(QueuedMessage::forcedExpire);
        // What was on hold stays there, and is returned once it is released.
        assertThat(idsIn(QueueName.HOLD)).containsExactly(seen.getFirst().id());
        assertThat(idsIn(QueueName.DEFERRED)).containsExactly(seen.getLast().id());
        var _ = lab.inside("postqueue", "-f");
        var _ =
                lab.awaitLine(
                        "mail.log", seen.getLast().id() + ": ", "expired, returned to sender");
    }

    @Test
    void triedAgainNow() throws Exception {
        List<QueuedMessage> seen = deferred(2, 0);
        lab.mend("pause");

        ActionOutcome outcome = acting.act(Verb.RETRY, seen.subList(0, 1));

        assertThat(outcome.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
        var _ = lab.awaitLine("mail.log", seen.getFirst().id() + ": to=", "Greylisted");
    }

    @Test
    void flushed() throws Exception {
        List<QueuedMessage> seen = deferred(1, 1);
        lab.mend("pause");

        ActionOutcome outcome =
                ActingLab.await(acting.desk().start(ActionPlan.flush(Lab.NAME, "", "")));

        assertThat(outcome.tally()).isEqualTo(new Tally(2, 0, 0, 0, 0));
        var _ = lab.awaitLine("mail.log", seen.getFirst().id() + ": to=", "Greylisted");
        var _ = lab.awaitLine("mail-out.log", seen.getLast().id() + ": to=", "Greylisted");
    }

    @Test
    void aFlushThatIsNotAllowedSaysSo() throws Exception {
        lab.fault("flush-users");

        ActionOutcome outcome =
                ActingLab.await(acting.desk().start(ActionPlan.flush(Lab.NAME, "", "")));

        assertThat(outcome.tally().refused()).isEqualTo(2);
        assertThat(outcome.said()).contains("not allowed");
        assertThat(outcome.grant()).contains("authorized_flush_users");
    }

    /// The program is killed at any moment of a deletion: the journal says what was asked, and the
    /// next start what came of it, which is true.
    @Test
    void killedAtAnyMoment() throws Exception {
        Files.copy(lab.folder.resolve("config/servers.toml"), folder.resolve("servers.toml"));
        CommandLine command = new CommandLine(lab, folder);
        Random random = new Random(5);
        int asked = 0;
        for (int kill = 0; kill < 2; kill++) {
            lab.empty();
            List<QueuedMessage> seen = deferred(1000, 0);
            Process process =
                    command.start("delete", "lab", "age>=0s", "--yes", "--grace=0s", "--json");
            while (actions().size() == asked && process.isAlive()) {
                Thread.onSpinWait();
            }
            Sleeper.REAL.sleep(Duration.ofMillis(random.nextInt(900)));
            process.destroyForcibly().waitFor();
            assertThat(actions()).hasSize(++asked);

            var _ = acting.desk().tidyUp(Lab.NAME);

            ActionRecord record = actions().getLast();
            Set<QueueId> left = acting.byId().keySet();
            System.out.printf("killed: %s%n", record.tally());
            assertThat(record.state()).isEqualTo(ActionRecord.State.DONE);
            assertThat(record.asked()).isEqualTo(1000);
            assertThat(record.tally())
                    .isEqualTo(new Tally(1000 - left.size(), 0, 0, 0, left.size()));
            assertThat(record.outliers().stream().map(Outlier::id).collect(Collectors.toSet()))
                    .isEqualTo(left);
            assertThat(ids(seen)).containsAll(left);
        }
        assertThat(acting.desk().firstChangedLine()).isZero();
    }

    private List<ActionRecord> actions() throws IOException {
        return acting.desk().records();
    }

    /// Between two pieces; what an action was to delete is not left on hold.
    @Test
    void cancelledInTheMiddle() throws Exception {
        List<QueuedMessage> seen = deferred(1500, 0);
        RunningAction run = acting.desk().start(ActingLab.plan(Verb.DELETE, seen));
        while (run.progress().done() == 0 && !run.outcome().isDone()) {
            Thread.onSpinWait();
        }
        run.cancel();
        ActionOutcome outcome = ActingLab.await(run);

        assertThat(outcome.cancelled()).isTrue();
        assertThat(outcome.tally()).isEqualTo(new Tally(0, 0, 0, 0, 1500));
        assertThat(idsIn(QueueName.DEFERRED)).containsExactlyInAnyOrderElementsOf(ids(seen));
    }

    /// Sends so many messages more, and returns all that stand in the deferred queues then.
    private List<QueuedMessage> deferred(int first, int second) throws InterruptedException {
        int before = lab.queue().size();
        if (first > 0) {
            lab.campaign("defer.example", "postfix", first);
        }
        if (second > 0) {
            lab.campaign("defer.example", "postfix-out", second);
        }
        while (true) {
            List<QueuedMessage> all = lab.queue();
            if (all.size() == before + first + second
                    && all.stream().allMatch(one -> one.queue() == QueueName.DEFERRED)) {
                return all.stream().sorted(Comparator.comparing(QueuedMessage::instance)).toList();
            }
            Sleeper.REAL.sleep(Duration.ofMillis(200));
        }
    }

    /// Writes one message's queue file over another one's: under the same id there is another
    /// message then.
    private void giveContentOf(List<QueuedMessage> from, List<QueuedMessage> to) {
        StringBuilder script = new StringBuilder("cd /var/spool/postfix/deferred || exit 1\n");
        for (int i = 0; i < to.size(); i++) {
            script.append("cat $(find . -name ")
                    .append(from.get(i).id())
                    .append(") > $(find . -name ")
                    .append(to.get(i).id())
                    .append(")\n");
        }
        var _ = lab.inside("sh", "-c", script.toString());
    }

    private List<QueueId> idsIn(QueueName queue) {
        return lab.queue().stream()
                .filter(message -> message.queue() == queue)
                .map(QueuedMessage::id)
                .toList();
    }

    private static List<QueueId> ids(List<QueuedMessage> messages) {
        return messages.stream().map(QueuedMessage::id).toList();
    }

    private static Map<QueueId, Result> results(ActionOutcome outcome) {
        return outcome.results().stream()
                .collect(Collectors.toMap(one -> one.target().id(), TargetResult::result));
    }

    private static String id() {
        return System.nanoTime() + "@client.example";
    }
}
