package org.spoolscope.postfix.summary;

/// Hashes a reason so that those which differ in numbers, addresses and hosts' addresses only are
/// mostly the same; the few different ones are normalised with more care later.
final class ReasonHash {
    /// Reasons that agree for so long are the same.
    private static final int ENOUGH = 100;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private ReasonHash() {}

    static long of(byte[] in, int from, int to) {
        long hash = 1;
        int end = Math.min(to, from + ENOUGH);
        for (int at = from; at < end; at++) {
            byte b = in[at];
            if (b == '<' || b == '[') {
                byte close = b == '<' ? (byte) '>' : (byte) ']';
                while (at < to && in[at] != close) {
                    at++;
                }
            } else if (b < '0' || b > '9') {
                hash = (hash ^ b) * FACTOR;
                hash ^= hash >>> 29;
            }
        }
        return hash == 0 ? 1 : hash;
    }
}
