package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.monitor.Sleeper;

/// Sees to it that deletions are carried out when their time of grace is over, and that it is found
/// out what came of interrupted actions, as long as the program runs; and that what other programs
/// write to the journal is seen. A virtual thread of its own, and one for each server that there is
/// something to do on.
public final class ActionKeeper implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// What could not be found out, such as of a queue that can't be listed, is not asked for again
    /// before this is over: it costs the server a listing.
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    private final ActionDesk desk;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Thread thread;
    private final Map<String, Thread> busy = new ConcurrentHashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private List<ActionRecord> known = List.of();

    private ActionKeeper(ActionDesk desk, InstantSource clock, Sleeper sleeper) {
        this.desk = desk;
        this.clock = clock;
        this.sleeper = sleeper;
        this.thread = Thread.ofVirtual().name("action keeper").unstarted(this::keep);
    }

    /// Begins at once.
    ///
    /// @param clock the journal's
    public static ActionKeeper start(ActionDesk desk, InstantSource clock, Sleeper sleeper) {
        ActionKeeper keeper = new ActionKeeper(desk, clock, sleeper);
        keeper.thread.start();
        return keeper;
    }

    /// Ends it; what is under way is left as it is, for the next start.
    @Override
    public void close() {
        thread.interrupt();
        busy.values().forEach(Thread::interrupt);
    }

    private void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                due().forEach(this::begin);
                sleeper.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The servers on which something is to be done now.
    private Set<String> due() {
        Instant now = clock.instant();
        Set<String> servers = new HashSet<>();
        try {
            for (ActionRecord record : records()) {
                if (isDue(record, now)) {
                    servers.add(record.server());
                }
            }
        } catch (IOException e) {
            log(System.Logger.Level.INFO, "the journal can't be read", e);
        }
        servers.removeIf(server ->
                busy.containsKey(server) || notBefore.getOrDefault(server, now).isAfter(now));
        return servers;
    }

    private List<ActionRecord> records() throws IOException {
        List<ActionRecord> records = desk.records();
        if (!records.equals(known)) {
            known = records;
            desk.tell();
        }
        return records;
    }

    private boolean isDue(ActionRecord record, Instant now) {
        Instant until = record.until();
        return switch (record.state()) {
            case WAITING ->
                    until != null && !until.isAfter(now) && !desk.isReadOnly(record.server());
            case INTERRUPTED -> true;
            case RUNNING, DONE -> false;
        };
    }

    private void begin(String server) {
        Thread worker =
                Thread.ofVirtual().name("action keeper " + server).unstarted(() -> tidyUp(server));
        busy.put(server, worker);
        worker.start();
    }

    private void tidyUp(String server) {
        try {
            if (desk.tidyUp(server).isEmpty()) {
                notBefore.put(server, clock.instant().plus(LONG_PAUSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RunningAction.Unfinished e) {
            notBefore.put(server, clock.instant().plus(LONG_PAUSE));
            log(System.Logger.Level.INFO, "not tidied up on " + server, e);
        } finally {
            busy.remove(server);
        }
    }

    private static void log(System.Logger.Level level, String what, Exception why) {
        System.getLogger(ActionKeeper.class.getName()).log(level, what, why);
    }
}
