package org.spoolscope.monitor.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.summary.PartNotes;

/// Puts chunks that several threads have parsed back into order. A thread may run ahead of another
/// by as many chunks as there are; whichever hands in the one that was waited for follows it and
/// those behind it.
final class ChunkOrder {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Deque<ParsedChunk> free = new ArrayDeque<>();
    private final Map<Long, ParsedChunk> waiting = new HashMap<>();
    private final Consumer<ParsedChunk> follow;
    private long next;
    private boolean following;
    private boolean closed;

    /// @param chunks how many; more than there are threads
    /// @param follow gets them by their numbers, from 0, one after the other
    ChunkOrder(int chunks, Consumer<ParsedChunk> follow) {
        this.follow = follow;
        for (int i = 0; i < chunks; i++) {
            free.add(new ParsedChunk(new LineChunk(), new PartNotes()));
        }
    }

    /// A chunk to fill; waits until there is one.
    ///
    /// @return null when nothing is wanted any more, since another thread failed
    @Nullable ParsedChunk take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (free.isEmpty() && !closed) {
                freed.await();
            }
            return closed ? null : free.pop();
        } finally {
            lock.unlock();
        }
    }

    /// Hands in a chunk that is parsed.
    void done(ParsedChunk chunk) {
        lock.lock();
        try {
            waiting.put(chunk.lines().number, chunk);
            if (following) {
                return;
            }
            following = true;
            for (ParsedChunk first = waiting.remove(next);
                    first != null;
                    first = waiting.remove(next)) {
                lock.unlock();
                try {
                    follow.accept(first);
                } finally {
                    lock.lock();
                }
                next++;
                free.push(first);
                freed.signal();
            }
            following = false;
        } finally {
            lock.unlock();
        }
    }

    /// Nothing is taken any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
