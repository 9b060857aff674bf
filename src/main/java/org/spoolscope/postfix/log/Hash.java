package org.spoolscope.postfix.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// 64-bit hashes of bytes, which may stand for ids and addresses: among a million of them, two are
/// the same with a probability of one in 40 million. Zero is never one.
///
/// No defence against chosen collisions: who must not be misled compares the bytes, too.
public final class Hash {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long OTHER = 0xD6E8FEB86659FD93L;

    private Hash() {}

    /// Of `in[from, to)`; another seed gives another hash.
    public static long of(byte[] in, int from, int to, long seed) {
        long hash = seed ^ (to - from) * OTHER;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(in, at));
        }
        long rest = 0;
        for (int shift = 0; at < to; at++, shift += Long.BYTES) {
            rest |= (in[at] & 0xffL) << shift;
        }
        hash = mixed(mixed(hash ^ rest) ^ OTHER);
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long value) {
        long product = value * FACTOR;
        return product ^ product >>> 32;
    }
}
