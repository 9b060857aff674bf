package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.store.actions.ActionJournal;
import org.spoolscope.store.actions.Turn;

/// Has one thread at a time act on a server: one of all programs that write to the same journal.
/// Thread-safe.
final class Turns {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final ActionJournal journal;
    private final Sleeper sleeper;
    private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

    Turns(ActionJournal journal, Sleeper sleeper) {
        this.journal = journal;
        this.sleeper = sleeper;
    }

    /// Blocks until it is this thread's turn, which it is until the result is closed, by this
    /// thread. What the journal said before need not be so any more by then.
    Held take(String server) throws InterruptedException, IOException {
        ReentrantLock lock =
                Objects.requireNonNull(here.computeIfAbsent(server, _ -> new ReentrantLock()));
        lock.lockInterruptibly();
        Turn turn = null;
        try {
            turn = amongPrograms(server);
            return new Held(lock, turn);
        } finally {
            if (turn == null) {
                lock.unlock();
            }
        }
    }

    private Turn amongPrograms(String server) throws InterruptedException, IOException {
        Optional<Turn> turn = journal.turn(server);
        while (turn.isEmpty()) {
            sleeper.sleep(BETWEEN_TRIES);
            turn = journal.turn(server);
        }
        return turn.get();
    }

    /// A turn that was taken.
    record Held(ReentrantLock lock, Turn turn) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                turn.close();
            } finally {
                lock.unlock();
            }
        }
    }
}
