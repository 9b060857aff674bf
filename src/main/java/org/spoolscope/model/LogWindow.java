package org.spoolscope.model;

import java.util.Arrays;

/// The newest lines of a log, as bytes, oldest first; what is older has been dropped.
///
/// Immutable for its readers, and cheap to extend: lines lie in chunks that are shared between one
/// window and the next; the newest chunk is written on behind what a window shows of it. Lines are
/// numbered from 0 since the log was first read; numbers are never used again.
///
/// Threading: [#plus] belongs to one thread, and only the newest window may be extended; reading is
/// free for all that a window was handed to safely.
public final class LogWindow {
    private static final int CHUNK_BYTES = 128 << 10;
    private static final int CHUNK_LINES = 2048;

    /// Longer lines are kept cut to this length; Postfix cuts at 2,000 bytes.
    public static final int LONGEST_LINE = 16 << 10;

    private final Chunk[] chunks;
    private final int lastFill;
    private final long first;
    private final long maxBytes;

    private LogWindow(Chunk[] chunks, int lastFill, long first, long maxBytes) {
        this.chunks = chunks;
        this.lastFill = lastFill;
        this.first = first;
        this.maxBytes = maxBytes;
    }

    /// An empty window that will keep about `maxBytes` of lines, at least 256 KiB.
    public static LogWindow keeping(long maxBytes) {
        return new LogWindow(new Chunk[0], 0, 0, Math.max(2 * CHUNK_BYTES, maxBytes));
    }

    /// The number of the oldest line that is kept.
    public long first() {
        return first;
    }

    /// One more than the number of the newest line.
    public long end() {
        return chunks.length == 0 ? first : chunks[chunks.length - 1].number + lastFill;
    }

    /// What becomes of a line.
    @FunctionalInterface
    public interface Reader {
        /// The line is `bytes[from, to)`; the bytes must not be changed.
        void line(long number, byte[] bytes, int from, int to);
    }

    /// Hands over the lines from `from` to before `to` that are kept, in order.
    public void read(long from, long to, Reader reader) {
        long number = Math.max(from, first);
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

    /// This window and one line more, `bytes[from, to)`, which is copied.
    public LogWindow plus(byte[] bytes, int from, int to) {
        int length = Math.min(to - from, LONGEST_LINE);
        Chunk last = chunks.length == 0 ? null : chunks[chunks.length - 1];
        if (last != null && last.append(bytes, from, length)) {
            return new LogWindow(chunks, lastFill + 1, first, maxBytes);
        }
        Chunk fresh = new Chunk(end());
        fresh.append(bytes, from, length);
        int keep = (int) Math.max(1, maxBytes / CHUNK_BYTES - 1);
        Chunk[] kept =
                Arrays.copyOfRange(chunks, Math.max(0, chunks.length - keep), chunks.length + 1);
        kept[kept.length - 1] = fresh;
        return new LogWindow(kept, 1, kept[0].number, maxBytes);
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
