package org.spoolscope.model;

import java.util.Arrays;

/// The newest lines of a log, as bytes, oldest first; what is older has been dropped.
///
/// Immutable, and cheap to make: lines lie in chunks that are shared between one window and the
/// next; the newest chunk is written on behind what a window shows of it. Lines are numbered from 0
/// since the log was first read; numbers are never used again.
///
/// Threading: reading is free for all that a window was handed to safely.
public final class LogWindow {
    private static final int CHUNK_BYTES = 128 << 10;
    private static final int CHUNK_LINES = 2048;
    private static final int LEAST_CHUNKS = 2;

    /// Longer lines are kept cut to this length; Postfix cuts at 2,000 bytes.
    public static final int LONGEST_LINE = 16 << 10;

    /// No line was read yet.
    public static final LogWindow EMPTY = new LogWindow(new Chunk[0], 0);

    private final Chunk[] chunks;
    private final int lastFill;

    private LogWindow(Chunk[] chunks, int lastFill) {
        this.chunks = chunks;
        this.lastFill = lastFill;
    }

    /// The number of the oldest line that is kept.
    public long first() {
        return chunks.length == 0 ? 0 : chunks[0].number;
    }

    /// One more than the number of the newest line.
    public long end() {
        return chunks.length == 0 ? 0 : chunks[chunks.length - 1].number + lastFill;
    }

    /// What becomes of a line.
    @FunctionalInterface
    public interface Reader {
        /// The line is `bytes[from, to)`; the bytes must not be changed.
        void line(long number, byte[] bytes, int from, int to);
    }

    /// Hands over the lines from `from` to before `to` that are kept, in order.
    public void read(long from, long to, Reader reader) {
        long number = Math.max(from, first());
        long last = Math.min(to, end());
        if (number >= last) {
            return;
        }
        for (int c = chunkOf(number); c < chunks.length && number < last; c++) {
            Chunk chunk = chunks[c];
            int fill = c == chunks.length - 1 ? lastFill : chunk.lines;
            for (int i = (int) (number - chunk.number); i < fill && number < last; i++) {
                reader.line(number++, chunk.bytes, chunk.starts[i], chunk.starts[i + 1]);
            }
        }
    }

    private int chunkOf(long number) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks[middle].number <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Takes the lines, and makes the windows. Belongs to one thread.
    public static final class Writer {
        private final long maxBytes;
        private Chunk[] chunks = new Chunk[0];
        private int lastFill;
        private int most;

        /// @param maxBytes about how much of the newest lines a window shows, at least 256 KiB
        public Writer(long maxBytes) {
            this.maxBytes = maxBytes;
            coming(0);
        }

        /// So many bytes are known to come: lines that will have left the window by then are kept
        /// for a short time only. Otherwise a long log is moved through the heap as a whole.
        public void coming(long bytes) {
            most = (int) Math.max(LEAST_CHUNKS, (bytes > maxBytes ? 0 : maxBytes) / CHUNK_BYTES);
        }

        /// One line more, `bytes[from, to)`, which is copied.
        public void add(byte[] bytes, int from, int to) {
            int length = Math.min(to - from, LONGEST_LINE);
            if (chunks.length == 0 || !chunks[chunks.length - 1].append(bytes, from, length)) {
                Chunk fresh = new Chunk(window().end());
                fresh.append(bytes, from, length);
                int dropped = Math.max(0, chunks.length + 1 - most);
                chunks = Arrays.copyOfRange(chunks, dropped, chunks.length + 1);
                chunks[chunks.length - 1] = fresh;
                lastFill = 0;
            }
            lastFill++;
        }

        /// The newest of all lines so far.
        public LogWindow window() {
            return new LogWindow(chunks, lastFill);
        }
    }

    private static final class Chunk {
        final long number;
        final byte[] bytes = new byte[CHUNK_BYTES];
        final int[] starts = new int[CHUNK_LINES + 1];
        int lines;

        Chunk(long number) {
            this.number = number;
        }

        boolean append(byte[] from, int start, int length) {
            int at = starts[lines];
            if (lines == CHUNK_LINES || at + length > CHUNK_BYTES) {
                return false;
            }
            System.arraycopy(from, start, bytes, at, length);
            lines++;
            starts[lines] = at + length;
            return true;
        }
    }
}
