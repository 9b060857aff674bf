package org.spoolscope.monitor.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line feeds eight bytes at a time.
final class LineEnds {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long FEEDS = '\n' * ONES;

    private LineEnds() {}

    /// Where the next line feed stands, or `to`.
    static int next(byte[] in, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long differs = (long) WORDS.get(in, at) ^ FEEDS;
            long found = (differs - ONES) & ~differs & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && in[at] != '\n') {
            at++;
        }
        return at;
    }

    /// Behind the last line feed, or `from`.
    static int last(byte[] in, int from, int to) {
        int at = to;
        while (at > from && in[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
