package org.spoolscope.ui.message;

import java.util.Arrays;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.journey.LogLines;

/// The lines about a message that a server's own logs hold, and behind them those in memory that
/// are not among them: the newest lines are in both, and must not be told twice.
final class OldLines implements LogLines {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final LogWindow old;
    private final LogWindow memory;
    private final long[] hashes;

    OldLines(LogWindow old, LogWindow memory) {
        this.old = old;
        this.memory = memory;
        long[] of = new long[Math.toIntExact(old.end() - old.first())];
        old.read(
                old.first(),
                old.end(),
                (number, bytes, from, to) ->
                        of[(int) (number - old.first())] = hash(bytes, from, to));
        Arrays.sort(of);
        this.hashes = of;
    }

    @Override
    public void read(LogWindow.Reader reader) {
        old.read(old.first(), old.end(), reader);
        memory.read(
                memory.first(),
                memory.end(),
                (number, bytes, from, to) -> {
                    if (Arrays.binarySearch(hashes, hash(bytes, from, to)) < 0) {
                        reader.line(old.end() + number, bytes, from, to);
                    }
                });
    }

    /// FNV-1a. Nothing is proven by it: two lines that share one are told as one.
    private static long hash(byte[] bytes, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i] & 0xff) * FNV_PRIME;
        }
        return hash;
    }
}
