package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Fleet.Subscription;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.monitor.action.RunningAction.Unfinished;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.store.actions.ActionJournal;

/// Where actions are begun, taken back, and looked up. On each server one is carried out at a time,
/// also where several programs work with the same journal: the others wait. Thread-safe; methods
/// block for the journal's disk unless they say more.
public final class ActionDesk implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 30;

    private final ActionJournal journal;
    private final Function<String, Optional<ServerLink>> links;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Turns turns;
    private final Map<String, RunningAction> running = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean readOnly;

    /// @param links the way to a server by its name in the configuration
    public ActionDesk(
            ActionJournal journal,
            Function<String, Optional<ServerLink>> links,
            InstantSource clock,
            Sleeper sleeper) {
        this.journal = journal;
        this.links = links;
        this.clock = clock;
        this.sleeper = sleeper;
        this.turns = new Turns(journal, sleeper);
    }

    /// Begins an action. It is in the journal when this returns, and goes on by itself.
    ///
    /// @throws IOException when the journal can't be written: then nothing is done
    /// @throws ReadOnly when nothing may be changed on that server
    public RunningAction start(ActionPlan plan) throws IOException, ReadOnly {
        refuseWhereReadOnly(plan.server());
        String action = journal.plan(plan);
        RunningAction run = new RunningAction(action, plan);
        running.put(action, run);
        tell();
        Thread thread = Thread.ofVirtual().name("action " + action).unstarted(() -> carryOut(run));
        threads.add(thread);
        thread.start();
        return run;
    }

    /// Has all servers be read-only, for the rest of the run, or only those that are configured so.
    public void readOnly(boolean all) {
        readOnly = all;
        tell();
    }

    /// Whether all servers are.
    public boolean isReadOnly() {
        return readOnly;
    }

    /// Whether nothing may be changed on that server.
    public boolean isReadOnly(String server) {
        return readOnly || links.apply(server).map(link -> link.config().readOnly()).orElse(false);
    }

    /// Returns where something may be changed.
    ///
    /// @throws ReadOnly where nothing may be
    public void refuseWhereReadOnly(String server) throws ReadOnly {
        if (readOnly) {
            throw new ReadOnly(Words.get("action.read-only.all").toString());
        }
        if (isReadOnly(server)) {
            throw new ReadOnly(Words.get("action.read-only", server).toString());
        }
    }

    /// Takes an action back: what it changed, as far as it is still so. A deletion that waits is
    /// called off first. Blocks while another action is carried out on that server.
    ///
    /// @return nothing where there is nothing more to do on the server
    /// @throws NotUndoable when it can't be taken back any more
    /// @throws ReadOnly when nothing may be changed on that server
    public Optional<RunningAction> undo(String action, String reason)
            throws IOException, InterruptedException, NotUndoable, ReadOnly {
        String server = find(action).orElseThrow(NotUndoable::new).server();
        refuseWhereReadOnly(server);
        try (Turns.Held _ = turns.take(server)) {
            ActionRecord record =
                    find(action).filter(ActionRecord::canBeUndone).orElseThrow(NotUndoable::new);
            List<Target> targets = changed(record);
            if (record.verb() == Verb.DELETE) {
                journal.ended(action, Tally.NONE, record.outliers());
                tell();
            }
            if (targets.isEmpty()) {
                return Optional.empty();
            }
            Verb back = record.verb().undoneBy().orElseThrow(NotUndoable::new);
            return Optional.of(start(ActionPlan.on(server, back, targets, reason).undoing(action)));
        }
    }

    /// All actions ever, oldest first.
    public List<ActionRecord> records() throws IOException {
        return journal.records();
    }

    public Optional<ActionRecord> find(String action) throws IOException {
        return records().stream().filter(one -> one.id().equals(action)).findFirst();
    }

    /// The messages that an action was asked for; none for a flush. Reads the whole journal.
    public List<Target> targets(String action) throws IOException {
        return journal.targets(action);
    }

    /// Those that are being carried out from here.
    public List<RunningAction> running() {
        return List.copyOf(running.values());
    }

    /// The number of the first line of the journal that is not as it was written, or 0.
    public long firstChangedLine() {
        return journal.firstChangedLine();
    }

    /// Calls `listener` whenever an action begins, ends, or waits; on a thread of the desk's.
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Carries out the deletions on a server whose time of grace is over, unless it is read-only by
    /// now, and finds out what came of actions that were interrupted. Blocks until that is done.
    ///
    /// @return what came of each
    public List<ActionOutcome> tidyUp(String server)
            throws IOException, InterruptedException, Unfinished {
        List<ActionOutcome> outcomes = new ArrayList<>();
        ServerLink link = links.apply(server).orElse(null);
        if (link == null || link.ground(null, Duration.ZERO).isEmpty()) {
            return outcomes;
        }
        try (Turns.Held _ = turns.take(server)) {
            for (ActionRecord record : records()) {
                if (record.server().equals(server)) {
                    tidyUp(record, link).ifPresent(outcomes::add);
                }
            }
        } catch (NoLink e) {
            throw new Unfinished(Words.get("action.no-link").toString(), e);
        } finally {
            if (!outcomes.isEmpty()) {
                tell();
            }
        }
        return outcomes;
    }

    /// Ends what runs, between two pieces, and leaves the journal open.
    @Override
    public void close() {
        running.values().forEach(RunningAction::cancel);
        threads.forEach(Thread::interrupt);
    }

    private Optional<ActionOutcome> tidyUp(ActionRecord record, ServerLink link)
            throws IOException, InterruptedException, NoLink {
        Instant until = record.until();
        return switch (record.state()) {
            case WAITING ->
                    until == null || until.isAfter(clock.instant()) || isReadOnly(record.server())
                            ? Optional.empty()
                            : finishDeletion(record, link);
            case INTERRUPTED -> findOut(record, link);
            case RUNNING, DONE -> Optional.empty();
        };
    }

    /// Nothing where the queue can't be listed after an interruption: it is tried again later.
    private Optional<ActionOutcome> finishDeletion(ActionRecord record, ServerLink link)
            throws IOException, InterruptedException, NoLink {
        List<Target> targets = journal.targets(record.id());
        ActionPlan plan = ActionPlan.on(record.server(), Verb.DELETE, targets, record.reason());
        ActionSession session = session(record.id(), link, new RunningAction(record.id(), plan));
        List<Outlier> settled = new ArrayList<>(record.outliers());
        if (journal.steps(record.id()).contains(Step.DELETE.word())) {
            try {
                settled.addAll(deletedBefore(record, session, targets));
            } catch (QueueCheck.Blind e) {
                return Optional.empty();
            }
        }
        return Optional.of(new ActionRunner(session, plan).finishDeletion(settled));
    }

    /// What was deleted before the deletion was interrupted is not there any more, and was not gone
    /// before.
    private List<Outlier> deletedBefore(
            ActionRecord record, ActionSession session, List<Target> targets)
            throws InterruptedException, NoLink, QueueCheck.Blind {
        Set<String> outliers = keys(record.outliers());
        List<Target> open =
                targets.stream().filter(target -> !outliers.contains(target.key())).toList();
        return steady(session, new Aftermath(Verb.DELETE, Set.of(Step.DELETE.word())), open)
                .stream()
                .filter(one -> one.result() == Result.CHANGED)
                .map(Outlier::of)
                .toList();
    }

    /// Nothing where the queue can't be listed: it is tried again later.
    private Optional<ActionOutcome> findOut(ActionRecord record, ServerLink link)
            throws IOException, InterruptedException, NoLink {
        List<Target> targets = journal.targets(record.id());
        if (record.verb() == Verb.FLUSH) {
            journal.ended(record.id(), Tally.NONE, List.of());
            return Optional.empty();
        }
        ActionPlan plan = ActionPlan.on(record.server(), record.verb(), targets, record.reason());
        ActionSession session = session(record.id(), link, new RunningAction(record.id(), plan));
        try {
            List<TargetResult> results =
                    steady(
                            session,
                            new Aftermath(record.verb(), journal.steps(record.id())),
                            targets);
            ActionOutcome outcome =
                    new ActionOutcome(
                            record.id(),
                            record.verb(),
                            results,
                            Tally.of(results),
                            null,
                            "",
                            "",
                            false);
            journal.ended(record.id(), outcome.tally(), outcome.outliers());
            return Optional.of(outcome);
        } catch (QueueCheck.Blind e) {
            return Optional.empty();
        }
    }

    /// Postfix may still be at what it was told to do before the interruption: what is seen twice
    /// is taken for the end of it.
    private List<TargetResult> steady(
            ActionSession session, Aftermath aftermath, List<Target> targets)
            throws InterruptedException, NoLink, QueueCheck.Blind {
        List<TargetResult> before = aftermath.of(targets, session.check(targets));
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            sleeper.sleep(BETWEEN_LOOKS);
            List<TargetResult> now = aftermath.of(targets, session.check(targets));
            if (now.equals(before)) {
                break;
            }
            before = now;
        }
        return before;
    }

    private void carryOut(RunningAction run) {
        String server = run.plan().server();
        try {
            ActionOutcome outcome;
            try (Turns.Held _ = turns.take(server)) {
                ServerLink link = links.apply(server).orElseThrow(NoLink::new);
                outcome = new ActionRunner(session(run.action(), link, run), run.plan()).run();
            }
            end(run);
            run.outcome().complete(outcome);
        } catch (InterruptedException e) {
            fail(run, new Unfinished(Words.get("action.program-ends").toString(), e));
        } catch (NoLink e) {
            fail(run, new Unfinished(Words.get("action.no-link").toString(), e));
        } catch (IOException e) {
            String why = Words.get("action.no-journal", String.valueOf(e.getMessage())).toString();
            fail(run, new Unfinished(why, e));
        } catch (RuntimeException e) {
            System.getLogger(ActionDesk.class.getName())
                    .log(System.Logger.Level.ERROR, run.action(), e);
            fail(run, new Unfinished(Words.get("action.bug").toString(), e));
        }
    }

    private void fail(RunningAction run, Unfinished why) {
        journal.leave(run.action());
        end(run);
        run.outcome().completeExceptionally(why);
    }

    private void end(RunningAction run) {
        running.remove(run.action());
        threads.remove(Thread.currentThread());
        tell();
    }

    private ActionSession session(String action, ServerLink link, RunningAction run) {
        return new ActionSession(action, link, journal, clock, run::at, run::isCancelled);
    }

    /// Those that an action changed and that are to be changed back: of a deletion, not those that
    /// had been on hold before it.
    private List<Target> changed(ActionRecord record) throws IOException {
        Set<String> not = keys(record.outliers());
        return journal.targets(record.id()).stream()
                .filter(target -> !not.contains(target.key()))
                .filter(target -> record.verb() != Verb.DELETE || target.queue() != QueueName.HOLD)
                .toList();
    }

    private static Set<String> keys(List<Outlier> outliers) {
        return outliers.stream().map(Outlier::key).collect(Collectors.toSet());
    }

    /// What the journal says has changed.
    void tell() {
        listeners.forEach(Runnable::run);
    }

    /// Nothing may be changed on the server.
    public static final class ReadOnly extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        ReadOnly(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /// Why, for a person.
        public String sentence() {
            return sentence;
        }
    }

    /// The action can't be taken back, or not any more.
    public static final class NotUndoable extends Exception {
        private static final long serialVersionUID = 1;

        NotUndoable() {
            super("can't be taken back");
        }
    }
}
