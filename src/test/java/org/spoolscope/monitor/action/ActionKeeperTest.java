package org.spoolscope.monitor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.actions.ActionJournal;
import org.spoolscope.store.actions.OtherConsole;
import org.spoolscope.store.actions.OtherProgram;

/// Deletions that wait, over real SSH to a simulated server.
@SuppressWarnings("NullAway.Init") // by open, with which each test begins
class ActionKeeperTest {
    private static final String CONFIG = "/etc/postfix";

    private @TempDir Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Semaphore turns = new Semaphore(0);
    private DemoFleet demo;
    private SimulatedHost host;
    private Ssh ssh;
    private Fleet fleet;
    private ActionJournal journal;
    private ActionDesk desk;
    private Runnable whileWaiting = () -> {};

    @BeforeEach
    void open() throws Exception {
        open(false);
    }

    private void open(boolean readOnly) throws Exception {
        demo = DemoFleet.start(25, 2, 1);
        host = demo.host("mail2").host();
        now.set(demo.clock().instant());
        ServerConfig config = demo.servers().getLast().withReadOnly(readOnly);
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        List.of(config),
                        MonitorSettings.DEFAULT,
                        LogSettings.builtIn(),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(1));
        startDesk();
    }

    private void startDesk() throws Exception {
        journal = ActionJournal.open(folder, now::get, "kari");
        desk = new ActionDesk(journal, fleet::link, now::get, _ -> whileWaiting.run());
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        journal.close();
        fleet.close();
        ssh.close();
        demo.close();
    }

    private List<QueuedMessage> deferred(int count) {
        return host.queue(CONFIG).stream()
                .filter(message -> message.queue() == QueueName.DEFERRED)
                .filter(message -> message.arrival().isBefore(now.get().minusSeconds(3600)))
                .limit(count)
                .toList();
    }

    private ActionOutcome delete(List<QueuedMessage> messages) throws Exception {
        ActionPlan plan = Preview.of(Verb.DELETE, messages).plan("mail2", "spam");
        return desk.start(plan).outcome().get(60, TimeUnit.SECONDS);
    }

    /// One round of the keeper's, and whatever follows from it.
    private void round(ActionRecord.State wanted) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        var subscription =
                desk.subscribe(() -> {
                    if (state() == wanted) {
                        reached.countDown();
                    }
                });
        turns.release();
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        subscription.close();
    }

    private ActionRecord.State state() {
        try {
            return desk.records().getFirst().state();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void deletesWhenTheTimeOfGraceIsOverAlsoAfterARestart() throws Exception {
        List<QueuedMessage> messages = deferred(5);
        ActionOutcome outcome = delete(messages);
        assertThat(outcome.until()).isEqualTo(now.get().plus(ActionPlan.GRACE));
        assertThat(outcome.tally().changed()).isEqualTo(5);
        desk.close();
        journal.close();

        startDesk();
        try (ActionKeeper _ = ActionKeeper.start(desk, now::get, _ -> turns.acquire())) {
            now.updateAndGet(then -> then.plus(Duration.ofMinutes(9)));
            turns.release();
            assertThat(state()).isEqualTo(ActionRecord.State.WAITING);
            assertThat(host.totals().getFirst().deleted()).isZero();
            now.updateAndGet(then -> then.plus(Duration.ofMinutes(2)));
            round(ActionRecord.State.DONE);
        }
        assertThat(host.totals().getFirst().deleted()).isEqualTo(5);
        assertThat(host.queue(CONFIG)).doesNotContainAnyElementsOf(messages);
        assertThat(desk.records().getFirst().canBeUndone()).isFalse();
    }

    /// Two consoles on one folder: one deletes, the other one waits, and finds that it is done.
    @Test
    void whatAnotherProgramCarriesOutIsNotCarriedOutAgain() throws Exception {
        delete(deferred(5));
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(11)));
        try (OtherProgram other = other()) {
            whileWaiting = once(other::goOn);

            assertThat(desk.tidyUp("mail2")).isEmpty();
        }
        assertThat(state()).isEqualTo(ActionRecord.State.DONE);
        assertThat(host.totals().getFirst().deleted()).isZero();
    }

    @Test
    void whatAnotherProgramWasKilledAtIsTakenOver() throws Exception {
        delete(deferred(5));
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(11)));
        try (OtherProgram other = other()) {
            whileWaiting = once(other::kill);

            assertThat(desk.tidyUp("mail2")).hasSize(1);
        }
        assertThat(state()).isEqualTo(ActionRecord.State.DONE);
        assertThat(host.totals().getFirst().deleted()).isEqualTo(5);
    }

    /// What another program does is told to those who follow this one's desk.
    @Test
    void whatAnotherProgramDoesIsSeen() throws Exception {
        delete(deferred(5));
        try (ActionKeeper _ = ActionKeeper.start(desk, now::get, _ -> turns.acquire());
                OtherProgram other = other()) {
            other.goOn();
            round(ActionRecord.State.DONE);
        }
    }

    private OtherProgram other() throws Exception {
        OtherProgram other =
                OtherProgram.start(OtherConsole.class, folder.toString(), "mail2", "a1");
        assertThat(other.line()).isEqualTo("mail2");
        return other;
    }

    private static Runnable once(Callable act) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                try {
                    act.call();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private interface Callable {
        void call() throws Exception;
    }

    @Test
    void whatWasReleasedMeanwhileIsNotDeleted() throws Exception {
        List<QueuedMessage> messages = deferred(4);
        delete(messages);
        host.change(
                CONFIG,
                org.spoolscope.demo.sim.QueueChange.RELEASE,
                List.of(messages.getFirst().id().value()));
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(11)));
        try (ActionKeeper _ = ActionKeeper.start(desk, now::get, _ -> turns.acquire())) {
            round(ActionRecord.State.DONE);
        }
        assertThat(host.totals().getFirst().deleted()).isEqualTo(3);
        assertThat(desk.records().getFirst().outliers()).hasSize(1);
    }

    @Test
    void nothingIsBegunOrDeletedWhileItIsReadOnly() throws Exception {
        List<QueuedMessage> messages = deferred(2);
        delete(messages);
        desk.readOnly(true);
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(11)));
        assertThat(desk.tidyUp("mail2")).isEmpty();
        assertThat(state()).isEqualTo(ActionRecord.State.WAITING);
        assertThatThrownBy(() -> delete(deferred(1)))
                .isInstanceOf(ActionDesk.ReadOnly.class)
                .hasMessage("Spoolscope is read-only: nothing is changed anywhere.");
        assertThatThrownBy(() -> desk.undo("a1", "")).isInstanceOf(ActionDesk.ReadOnly.class);
        assertThat(desk.records()).hasSize(1);
        desk.readOnly(false);
        assertThat(desk.tidyUp("mail2")).hasSize(1);
        assertThat(host.totals().getFirst().deleted()).isEqualTo(2);
    }

    @Test
    void aServerThatIsConfiguredReadOnlyIsNeverChanged() throws Exception {
        close();
        open(true);
        assertThatThrownBy(() -> delete(deferred(1)))
                .isInstanceOf(ActionDesk.ReadOnly.class)
                .hasMessage("mail2 is read-only: nothing is changed there.");
        assertThat(desk.records()).isEmpty();
    }
}
