package org.spoolscope.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.postfix.follow.LogPosition;

/// Hands on, in order and on a thread of its own, what a follower reads, so that reading and
/// counting take a core each while there is much to catch up with. About a MiB is on its way at
/// most: then the follower waits, which slows the server's sending down. It also lets the
/// [Foreground] go first before each piece of that.
///
/// What the follower handed on is handed on, whatever becomes of the follower: it is never
/// interrupted in between, but finds itself interrupted afterwards, and [#close] waits for the
/// rest. Otherwise lines would be counted without the position that covers them.
///
/// Used by one thread at a time.
final class LineRelay implements LineSink, AutoCloseable {
    private static final int QUEUED = 4;
    private static final int MOST_BYTES = 256 << 10;
    private static final int FIRST_BYTES = 8 << 10;
    private static final int FIRST_LINES = 64;

    /// Ends the thread.
    private static final Telling END = _ -> {};

    private final LineSink sink;
    private final Foreground foreground;
    private final BlockingQueue<Telling> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Thread thread;

    /// Lines that were handed on, to be filled again while there is much: otherwise a long log
    /// would be that much garbage.
    private final AtomicReference<@Nullable Lines> spare = new AtomicReference<>();

    private Lines lines = new Lines();
    private volatile @Nullable Throwable failure;

    /// Something to tell the sink.
    @FunctionalInterface
    private interface Telling {
        void to(LineSink sink) throws InterruptedException;
    }

    /// Lines one after another, all new or all handed on once more.
    private static final class Lines implements Telling {
        private byte[] bytes = new byte[FIRST_BYTES];
        private int[] ends = new int[FIRST_LINES];
        private int count;
        private boolean again;

        int filled() {
            return count == 0 ? 0 : ends[count - 1];
        }

        void add(byte[] from, int start, int end) {
            int filled = filled();
            int length = end - start;
            if (filled + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(filled + length, 2 * bytes.length));
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            System.arraycopy(from, start, bytes, filled, length);
            ends[count++] = filled + length;
        }

        @Override
        public void to(LineSink sink) throws InterruptedException {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (again) {
                    sink.again(bytes, start, ends[i]);
                } else {
                    sink.line(bytes, start, ends[i]);
                }
                start = ends[i];
            }
        }
    }

    /// @param sink is told everything on one thread, until [#close]
    LineRelay(LineSink sink, Foreground foreground, String name) {
        this.sink = sink;
        this.foreground = foreground;
        this.thread = Thread.ofVirtual().name(name).start(this::relay);
    }

    @Override
    public void source(String source) {
        tell(to -> to.source(source));
    }

    @Override
    public void line(byte[] from, int start, int end) {
        add(from, start, end, false);
    }

    @Override
    public void again(byte[] from, int start, int end) {
        add(from, start, end, true);
    }

    @Override
    public void gap(LogGap gap) {
        tell(to -> to.gap(gap));
    }

    @Override
    public void position(LogPosition position) {
        tell(to -> to.position(position));
    }

    @Override
    public void behind(long behind) {
        tell(to -> to.behind(behind));
    }

    @Override
    public void upToDate(Instant at) {
        tell(to -> to.upToDate(at));
    }

    @Override
    public void idle(Instant at) {
        tell(to -> to.idle(at));
    }

    @Override
    public void trouble(String message) {
        tell(to -> to.trouble(message));
    }

    /// Returns when all was handed on.
    ///
    /// @throws IllegalStateException when the sink failed
    @Override
    public void close() {
        flush();
        put(END);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        fail();
    }

    private void tell(Telling telling) {
        flush();
        put(telling);
        fail();
    }

    private void add(byte[] from, int start, int end, boolean again) {
        boolean full = lines.filled() + end - start > MOST_BYTES;
        if (full) {
            foreground.await();
        }
        if (full || again != lines.again) {
            flush();
        }
        lines.again = again;
        lines.add(from, start, end);
    }

    private void flush() {
        if (lines.count > 0) {
            put(lines);
            Lines used = spare.getAndSet(null);
            lines = used == null ? new Lines() : used;
        }
    }

    private void put(Telling telling) {
        boolean interrupted = false;
        boolean done = false;
        while (!done && thread.isAlive()) {
            try {
                queue.put(telling);
                done = true;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void relay() {
        boolean hurried = false;
        try {
            while (true) {
                Telling next;
                try {
                    next = queue.take();
                } catch (InterruptedException e) {
                    hurried = true;
                    continue;
                }
                if (next == END) {
                    return;
                }
                hurried |= !told(next, hurried);
                if (next instanceof Lines told) {
                    told.count = 0;
                    spare.set(queue.isEmpty() ? null : told);
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            queue.clear();
        }
    }

    /// Once the follower is to end, the sink must not wait for anyone any more.
    ///
    /// @return false when it was interrupted
    private boolean told(Telling telling, boolean hurried) {
        if (hurried) {
            Thread.currentThread().interrupt();
        }
        try {
            telling.to(sink);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
