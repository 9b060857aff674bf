package org.spoolscope.store.actions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;

/// The journal of actions, `actions.jsonl`. Every method that writes returns when it is on the
/// disk. Several programs may write to the same journal. Thread-safe; methods block for the disk.
public final class ActionJournal implements AutoCloseable {
    private static final int PER_LINE = 1_000;
    private static final int DETAIL_LENGTH = 200;

    private final JournalFile file;
    private final TurnFile turns;
    private final ActionHistory history = new ActionHistory();
    private final InstantSource clock;
    private final String user;

    private ActionJournal(JournalFile file, TurnFile turns, InstantSource clock, String user) {
        this.file = file;
        this.turns = turns;
        this.clock = clock;
        this.user = user;
    }

    /// Opens the journal, or begins one.
    ///
    /// @param folder the configuration folder; created when it is missing
    /// @param user who asks, as the desktop's system calls them
    public static ActionJournal open(Path folder, InstantSource clock, String user)
            throws IOException {
        ActionJournal journal =
                new ActionJournal(
                        JournalFile.open(folder.resolve("actions.jsonl")),
                        TurnFile.open(folder.resolve("actions.lock")),
                        clock,
                        user);
        journal.refresh();
        return journal;
    }

    /// Where it lies.
    public Path path() {
        return file.path();
    }

    /// The number of the first line, from 1, that is not as it was written, or 0: someone, or a bad
    /// disk, has changed it.
    public long firstChangedLine() {
        return file.broken();
    }

    /// The right to act on a server. Nothing while another program on this journal, or another
    /// journal of this one's, has it. Does not wait.
    public Optional<Turn> turn(String server) throws IOException {
        return turns.on(server);
    }

    /// Begins an action: it and its targets are kept, nothing has been touched. Returns its name.
    public synchronized String plan(ActionPlan plan) throws IOException {
        AtomicReference<String> name = new AtomicReference<>("");
        List<Function<String, Event>> events = new ArrayList<>();
        events.add(action ->
                new Event.Planned(
                        action,
                        plan.verb(),
                        plan.server(),
                        user,
                        plan.reason(),
                        plan.site(),
                        plan.targets().size(),
                        plan.grace(),
                        ProcessHandle.current().pid(),
                        plan.undoes()));
        List<Target> targets = plan.targets();
        for (int from = 0; from < targets.size(); from += PER_LINE) {
            List<Target> some = targets.subList(from, Math.min(targets.size(), from + PER_LINE));
            events.add(action -> new Event.Aimed(action, some));
        }
        append(events, name);
        return name.get();
    }

    /// Postfix is about to be told to do `step` to `count` messages.
    public void began(String action, String step, String instance, int count) throws IOException {
        append(new Event.Began(action, step, instance, count));
    }

    /// It did, to `done` of them.
    public void did(String action, String step, String instance, int done) throws IOException {
        append(new Event.Did(action, step, instance, done));
    }

    /// A deletion waits: its messages are on hold.
    public void postponed(String action, Instant until, Tally tally, List<Outlier> outliers)
            throws IOException {
        append(action, outliers, new Event.Postponed(action, until, tally));
    }

    /// It is over.
    public void ended(String action, Tally tally, List<Outlier> outliers) throws IOException {
        append(action, outliers, new Event.Ended(action, tally));
    }

    /// All actions ever, oldest first.
    public synchronized List<ActionRecord> records() throws IOException {
        refresh();
        return history.records(ActionJournal::lives);
    }

    /// The messages that an action was asked for; none for a flush. Reads the whole journal.
    public List<Target> targets(String action) throws IOException {
        List<Target> targets = new ArrayList<>();
        file.readAgain(line -> {
            if (read(line).map(EventJson.Entry::event).orElse(null)
                            instanceof Event.Aimed(String its, List<Target> some)
                    && its.equals(action)) {
                targets.addAll(some);
            }
        });
        return targets;
    }

    /// What Postfix was told to do in an action so far.
    public synchronized Set<String> steps(String action) throws IOException {
        refresh();
        return history.steps(action);
    }

    /// This program will not go on with an action that is not over.
    public synchronized void leave(String action) {
        history.leave(action);
    }

    @Override
    public void close() throws IOException {
        turns.close();
        file.close();
    }

    private synchronized void append(Event event) throws IOException {
        append(List.of(_ -> event), new AtomicReference<>(event.action()));
    }

    private synchronized void append(String action, List<Outlier> outliers, Event last)
            throws IOException {
        List<Function<String, Event>> events = new ArrayList<>();
        for (int from = 0; from < outliers.size(); from += PER_LINE) {
            List<Outlier> some =
                    outliers.subList(from, Math.min(outliers.size(), from + PER_LINE)).stream()
                            .map(ActionJournal::clipped)
                            .toList();
            events.add(_ -> new Event.Missed(action, some));
        }
        events.add(_ -> last);
        append(events, new AtomicReference<>(action));
    }

    /// @param name of the action; made from the number of its first line where it has none yet
    private void append(List<Function<String, Event>> events, AtomicReference<String> name)
            throws IOException {
        Instant now = clock.instant();
        List<LongFunction<String>> lines = new ArrayList<>();
        for (Function<String, Event> event : events) {
            lines.add(number -> {
                name.compareAndSet("", "a" + number);
                return EventJson.write(event.apply(name.get()), number, now);
            });
        }
        file.append(lines, this::take);
        events.forEach(event -> history.add(now, event.apply(name.get())));
    }

    private static Outlier clipped(Outlier one) {
        String detail = one.detail();
        return detail.length() <= DETAIL_LENGTH
                ? one
                : new Outlier(
                        one.instance(), one.id(), one.result(), detail.substring(0, DETAIL_LENGTH));
    }

    private void refresh() throws IOException {
        file.refresh(this::take);
    }

    private void take(String line) {
        read(line).ifPresent(entry -> history.add(entry.time(), entry.event()));
    }

    /// Nothing for a line that this Spoolscope does not know: a later one may have written it.
    private static Optional<EventJson.Entry> read(String line) {
        try {
            return Optional.of(EventJson.read(line));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A program that was started later has only the number of the one that is meant.
    private static boolean lives(long process, Instant at) {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(handle ->
                        handle.info().startInstant().map(start -> !start.isAfter(at)).orElse(true))
                .orElse(false);
    }
}
