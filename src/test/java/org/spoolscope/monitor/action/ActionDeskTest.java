package org.spoolscope.monitor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.action.TestingQueue.Entry;
import org.spoolscope.ssh.SshException;
import org.spoolscope.ssh.TestingSsh;
import org.spoolscope.store.actions.ActionJournal;

class ActionDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final String SERVER = "mail1";

    @TempDir Path folder;
    @TempDir Path keys;

    private final TestingQueue queue = new TestingQueue();
    private final Map<QueueId, Instant> gone = new HashMap<>();

    /// As the log tells them.
    private final Map<QueueId, QueuedMessage> told = new HashMap<>();

    private TestingSsh ssh;
    private ActionJournal journal;
    private ActionDesk desk;

    @BeforeEach
    void begin() throws IOException {
        ssh = TestingSsh.with(keys, queue);
        journal = ActionJournal.open(folder, InstantSource.fixed(NOON), "anna");
        desk = desk(journal);
    }

    @AfterEach
    void end() throws IOException {
        desk.close();
        journal.close();
        ssh.close();
    }

    /// The link is cut before, and after, each command in turn: whatever was lost of it, each
    /// message ends as it should, and nothing is left on hold that should not be.
    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"HOLD", "RELEASE", "REQUEUE", "DELETE", "EXPIRE"})
    void theLinkIsCutAtEachCommand(Verb verb) throws Exception {
        int commands = Integer.MAX_VALUE;
        for (int cutAt = 0; cutAt < commands; cutAt++) {
            for (boolean after : List.of(false, true)) {
                queue.restore(Map.of());
                List<Target> targets =
                        queue.add(
                                verb == Verb.RELEASE ? QueueName.HOLD : QueueName.DEFERRED, 1_200);
                AtomicInteger calls = new AtomicInteger();
                int at = cutAt;
                Runnable cut = () -> ssh.server.dropConnections();
                queue.watch(
                        _ -> {
                            if (!after && calls.get() == at) {
                                cut.run();
                            }
                        },
                        _ -> {
                            if (calls.getAndIncrement() == at && after) {
                                cut.run();
                            }
                        });

                ActionOutcome outcome = run(plan(verb, targets).grace(Duration.ZERO));

                String where = verb + " cut " + (after ? "after " : "before ") + at;
                assertThat(outcome.tally()).as(where).isEqualTo(new Tally(1_200, 0, 0, 0, 0));
                assertDone(verb, where);
                commands = calls.get();
            }
        }
        assertThat(commands).isGreaterThan(2);
    }

    /// What the console's log knows of a message that is not there.
    @Test
    void theLogSaysSinceWhenAMessageIsGone() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 3);
        Map<QueueId, Entry> left = new HashMap<>(queue.entries());
        left.remove(targets.get(0).id());
        left.remove(targets.get(1).id());
        queue.restore(left);
        gone.put(targets.get(0).id(), Instant.parse("2026-03-01T10:03:22.5Z"));

        ActionOutcome outcome = run(plan(Verb.HOLD, targets));

        assertThat(outcome.results())
                .extracting(result -> result.result() + " " + result.detail())
                .containsExactly(
                        "GONE it left the queue at 10:03:22, by the log", "GONE ", "CHANGED ");
    }

    /// What can be taken back is proved by the log; what it does not tell is listed.
    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"HOLD", "DELETE"})
    void theLogProvesWhatIsHeld(Verb verb) throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 6);
        targets.forEach(target -> told.put(target.id(), held(target, target.arrival())));

        assertThat(run(plan(verb, targets)).tally()).isEqualTo(new Tally(6, 0, 0, 0, 0));
        assertThat(queue.calls()).noneMatch(call -> call.startsWith("list"));

        // Another message has one id by now; of the next one nothing is known.
        queue.restore(Map.of());
        List<Target> more = queue.add(QueueName.DEFERRED, 6);
        told.put(more.getFirst().id(), held(more.getFirst(), NOON));
        told.remove(more.get(1).id());
        assertThat(run(plan(verb, more)).tally()).isEqualTo(new Tally(6, 0, 0, 0, 0));
        assertThat(queue.calls()).filteredOn(call -> call.startsWith("list")).hasSize(1);
    }

    /// What can't be taken back is proved by a listing.
    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"REQUEUE", "DELETE", "EXPIRE"})
    void theLogDoesNotProveWhatIsFinal(Verb verb) throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 3);
        targets.forEach(target -> told.put(target.id(), held(target, target.arrival())));

        ActionOutcome outcome = run(plan(verb, targets).grace(Duration.ZERO));

        assertThat(outcome.tally()).isEqualTo(new Tally(3, 0, 0, 0, 0));
        assertThat(queue.calls()).anyMatch(call -> call.startsWith("list"));
    }

    private static QueuedMessage held(Target target, Instant arrival) {
        return new QueuedMessage(
                target.instance(),
                QueueName.HOLD,
                target.id(),
                arrival,
                target.size(),
                "sender@example.org",
                List.of(new Recipient("someone@example.net", "")),
                false);
    }

    private void assertDone(Verb verb, String where) {
        switch (verb) {
            case HOLD ->
                    assertThat(queue.entries().values())
                            .as(where)
                            .hasSize(1_200)
                            .allMatch(entry -> entry.queue() == QueueName.HOLD);
            case RELEASE ->
                    assertThat(queue.entries().values())
                            .as(where)
                            .hasSize(1_200)
                            .allMatch(entry -> entry.queue() == QueueName.DEFERRED);
            case EXPIRE ->
                    assertThat(queue.entries().values())
                            .as(where)
                            .hasSize(1_200)
                            .allMatch(entry ->
                                    entry.expires() && entry.queue() == QueueName.DEFERRED);
            default -> assertThat(queue.entries()).as(where).isEmpty();
        }
    }

    /// The program is killed at each command in turn: the next start says for each message what
    /// came of it, and that is true.
    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"HOLD", "RELEASE", "REQUEUE", "DELETE", "EXPIRE"})
    void theNextStartFindsOut(Verb verb) throws Exception {
        List<Target> targets =
                queue.add(verb == Verb.RELEASE ? QueueName.HOLD : QueueName.DEFERRED, 1_200);
        List<Moment> moments = new ArrayList<>();
        queue.watch(_ -> moments.add(moment()), _ -> moments.add(moment()));
        ActionOutcome whole = run(plan(verb, targets).grace(Duration.ZERO));
        assertThat(whole.tally().changed()).isEqualTo(1_200);
        queue.watch(_ -> {}, _ -> {});
        assertThat(moments).hasSizeGreaterThan(6);

        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            try (ActionJournal after = killedAt(moment, i)) {
                // The program that began it is this one here, which lives on.
                after.leave(whole.action());
                ActionDesk next = desk(after);
                List<ActionOutcome> outcomes = next.tidyUp(SERVER);

                assertThat(outcomes).as("moment %s", i).hasSize(1);
                ActionRecord record = next.find(whole.action()).orElseThrow();
                assertThat(record.state()).isEqualTo(ActionRecord.State.DONE);
                assertThat(record.tally().total()).isEqualTo(1_200);
                assertThat(queue.entries())
                        .as("looked, and touched nothing")
                        .isEqualTo(moment.entries());
                assertTrue(verb, record, moment.entries());
            }
        }
    }

    /// The program is killed at each command of a deletion that was due: the next start goes on
    /// with it, and tells what was deleted before from what was gone.
    @Test
    void theNextStartGoesOnWithADeletionThatWasDue() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 1_200);
        ActionOutcome waits = run(plan(Verb.DELETE, targets).grace(Duration.ofNanos(1)));
        queue.remove(targets.getFirst().id());
        InstantSource later = InstantSource.fixed(NOON.plusSeconds(1));
        List<Moment> moments = new ArrayList<>();
        queue.watch(_ -> moments.add(moment()), _ -> moments.add(moment()));
        assertThat(desk(journal, later).tidyUp(SERVER)).hasSize(1);
        queue.watch(_ -> {}, _ -> {});
        assertThat(moments).hasSizeGreaterThan(6);

        for (int i = 0; i < moments.size(); i++) {
            try (ActionJournal after = killedAt(moments.get(i), i)) {
                boolean deleting = after.steps(waits.action()).contains("delete");

                assertThat(desk(after, later).tidyUp(SERVER)).as("moment %s", i).hasSize(1);

                ActionRecord record = desk(after).find(waits.action()).orElseThrow();
                assertThat(record.state()).isEqualTo(ActionRecord.State.DONE);
                // Once it was deleting, all that is not there any more counts as deleted.
                int gone = deleting ? 0 : 1;
                assertThat(record.tally())
                        .as("moment %s", i)
                        .isEqualTo(new Tally(1_200 - gone, gone, 0, 0, 0));
                assertThat(queue.entries()).isEmpty();
            }
        }
    }

    /// What the record says is what the queue is.
    private void assertTrue(Verb verb, ActionRecord record, Map<QueueId, Entry> entries) {
        long done =
                switch (verb) {
                    case HOLD -> count(entries, QueueName.HOLD);
                    case RELEASE -> count(entries, QueueName.DEFERRED);
                    case EXPIRE -> entries.values().stream().filter(Entry::expires).count();
                    default -> 1_200 - entries.size();
                };
        assertThat(record.tally().changed()).isEqualTo((int) done);
        Set<QueueId> leftOnHold = new HashSet<>();
        for (Outlier outlier : record.outliers()) {
            assertThat(outlier.result()).isEqualTo(Result.FAILED);
            if (outlier.detail().contains("on hold")) {
                leftOnHold.add(outlier.id());
            }
        }
        if (verb == Verb.DELETE || verb == Verb.REQUEUE) {
            assertThat(leftOnHold).hasSize((int) count(entries, QueueName.HOLD));
        }
    }

    private static long count(Map<QueueId, Entry> entries, QueueName in) {
        return entries.values().stream().filter(entry -> entry.queue() == in).count();
    }

    /// The first piece is never large: how fast the server is, is not known yet.
    @Test
    void whatIsNotBegunWhenItIsCancelledStaysAsItIs() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 1_200);
        CompletableFuture<RunningAction> run = new CompletableFuture<>();
        queue.watch(
                call -> {
                    if (call.startsWith("postsuper")) {
                        run.join().cancel();
                    }
                },
                _ -> {});
        run.complete(desk.start(plan(Verb.HOLD, targets)));

        ActionOutcome outcome = await(run.join());

        assertThat(outcome.cancelled()).isTrue();
        assertThat(outcome.tally()).isEqualTo(new Tally(500, 0, 0, 0, 700));
        assertThat(count(queue.entries(), QueueName.HOLD)).isEqualTo(500);
    }

    @Test
    void aReusedIdIsLeftAsItIs() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 3);
        QueueId reused = targets.get(1).id();
        Entry other = new Entry(QueueName.ACTIVE, 1_700_009_999, 77, false, false);
        queue.put(reused, other);

        for (Verb verb : List.of(Verb.HOLD, Verb.RETRY)) {
            assertThat(run(plan(verb, targets)).tally().mismatch()).as("%s", verb).isEqualTo(1);
        }
        for (Verb verb : List.of(Verb.EXPIRE, Verb.REQUEUE, Verb.DELETE)) {
            queue.put(
                    targets.get(0).id(),
                    new Entry(QueueName.DEFERRED, 1_700_000_000, 1_000, false, false));
            ActionOutcome outcome = run(plan(verb, targets.subList(0, 2)).grace(Duration.ZERO));
            assertThat(outcome.tally()).as("%s", verb).isEqualTo(new Tally(1, 0, 1, 0, 0));
            // Released again, to be tried; it was in no queue that anything can be put back into.
            assertThat(queue.entries().get(reused)).isEqualTo(other.in(QueueName.DEFERRED));
        }
    }

    @Test
    void aRefusalTouchesNothingAndIsKept() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 2);
        Map<QueueId, Entry> before = queue.entries();
        queue.refuse();

        ActionOutcome outcome = run(plan(Verb.EXPIRE, targets));

        assertThat(outcome.tally()).isEqualTo(new Tally(0, 0, 0, 2, 0));
        assertThat(outcome.said()).isEqualTo("sudo: a password is required");
        assertThat(queue.entries()).isEqualTo(before);
        assertThat(desk.find(outcome.action()).orElseThrow().tally().refused()).isEqualTo(2);
    }

    /// Nothing but constant words is ever in a command line: ids are on standard input.
    @Test
    void noIdIsEverInACommandLine() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 2);
        for (Verb verb : List.of(Verb.RETRY, Verb.HOLD)) {
            var _ = run(plan(verb, targets));
        }
        assertThat(Set.copyOf(queue.calls()))
                .containsOnly(
                        "probe",
                        "list-json /etc/postfix",
                        "postsuper /etc/postfix hold sudo",
                        "retry /etc/postfix");
    }

    @Test
    void whatCantBeTakenBackIsNot() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 2);
        ActionOutcome requeued = run(plan(Verb.REQUEUE, targets));

        assertThatThrownBy(() -> desk.undo(requeued.action(), ""))
                .isInstanceOf(ActionDesk.NotUndoable.class);
        assertThatThrownBy(() -> desk.undo("a999", "")).isInstanceOf(ActionDesk.NotUndoable.class);
    }

    @Test
    void anActionIsTakenBackOnce() throws Exception {
        ActionOutcome held = run(plan(Verb.HOLD, queue.add(QueueName.DEFERRED, 2)));
        var _ = await(desk.undo(held.action(), "").orElseThrow());

        assertThat(count(queue.entries(), QueueName.HOLD)).isZero();
        assertThatThrownBy(() -> desk.undo(held.action(), ""))
                .isInstanceOf(ActionDesk.NotUndoable.class);
    }

    /// All that was not changed stays out of what is changed back.
    @Test
    void onlyWhatWasChangedIsChangedBack() throws Exception {
        List<Target> targets = queue.add(QueueName.DEFERRED, 3);
        Target already = targets.get(1);
        queue.put(already.id(), new Entry(QueueName.HOLD, 1_700_000_001, 1_001, false, false));
        ActionOutcome held = run(plan(Verb.HOLD, targets));
        assertThat(held.tally()).isEqualTo(new Tally(2, 0, 0, 0, 1));

        var _ = await(desk.undo(held.action(), "").orElseThrow());

        assertThat(count(queue.entries(), QueueName.HOLD)).isEqualTo(1);
        assertThat(queue.target(already.id()).queue()).isEqualTo(QueueName.HOLD);
    }

    @Test
    void tooManySingleRetriesCantEvenBePlanned() {
        List<Target> targets = queue.add(QueueName.DEFERRED, ActionPlan.MOST_RETRIES + 1);

        assertThatThrownBy(() -> plan(Verb.RETRY, targets))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingCantBePlanned() {
        for (Verb verb : Verb.values()) {
            if (verb != Verb.FLUSH) {
                assertThatThrownBy(() -> plan(verb, List.of()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private ActionOutcome run(ActionPlan plan) throws Exception {
        return await(desk.start(plan));
    }

    private static ActionOutcome await(RunningAction run) throws Exception {
        return run.outcome().get(60, TimeUnit.SECONDS);
    }

    private static ActionPlan plan(Verb verb, List<Target> targets) {
        return ActionPlan.on(SERVER, verb, targets, "a test");
    }

    private ActionDesk desk(ActionJournal on) {
        return desk(on, InstantSource.fixed(NOON));
    }

    private ActionDesk desk(ActionJournal on, InstantSource clock) {
        ServerLink link = new Link();
        return new ActionDesk(on, _ -> Optional.of(link), clock, _ -> {});
    }

    /// All that is left when the program is killed.
    private record Moment(byte[] journal, Map<QueueId, Entry> entries) {}

    private Moment moment() {
        try {
            return new Moment(Files.readAllBytes(journal.path()), queue.entries());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The journal, and the queue, as they were then.
    private ActionJournal killedAt(Moment moment, int number) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("killed" + number));
        Files.write(copy.resolve("actions.jsonl"), moment.journal());
        queue.restore(moment.entries());
        return ActionJournal.open(copy, InstantSource.fixed(NOON), "anna");
    }

    /// Connects when it is asked to.
    private final class Link implements ServerLink {
        private @Nullable Ground ground;

        @Override
        public ServerConfig config() {
            return TestingSsh.at(ssh.server.port());
        }

        @Override
        public @Nullable Instant left(String instance, QueueId id) {
            return gone.get(id);
        }

        @Override
        public Map<QueueId, QueuedMessage> await(
                String instance,
                Collection<QueueId> ids,
                BiPredicate<QueueId, QueuedMessage> awaited,
                Duration patience) {
            Map<QueueId, QueuedMessage> right = new HashMap<>(told);
            right.keySet().retainAll(ids);
            right.entrySet().removeIf(one -> !awaited.test(one.getKey(), one.getValue()));
            return right;
        }

        @Override
        public synchronized Optional<Ground> ground(@Nullable Ground lost, Duration patience)
                throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (ground == null || ground.equals(lost)) {
                try {
                    var connection = ssh.connect();
                    ground =
                            new Ground(
                                    connection, ServerProbe.of(connection, InstantSource.system()));
                } catch (SshException e) {
                    if (System.nanoTime() > end) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(ground);
        }
    }
}
