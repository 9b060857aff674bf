package org.spoolscope.postfix.figures;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A fast hash of bytes, eight at a time. No defence against chosen collisions is needed where
/// equal hashes are compared byte by byte; where they are not (queue ids), ids are made by our own
/// server.
final class Hash {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(byte[] bytes, int from, int to, long seed) {
        long hash = seed ^ (to - from) * PRIME;
        int at = from;
        for (; at <= to - 8; at += 8) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        return mix(hash ^ rest);
    }

    private static long mix(long value) {
        long high = Math.unsignedMultiplyHigh(value, PRIME);
        return value * PRIME ^ high ^ value >>> 32;
    }
}
