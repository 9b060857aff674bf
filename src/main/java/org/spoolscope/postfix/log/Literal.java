package org.spoolscope.postfix.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A fixed ASCII text that lines are compared with, eight bytes at a time.
///
/// @param text its bytes
/// @param head the first eight of them as a little-endian number, zeros behind a shorter text
/// @param mask which of the eight count
/// @param tail the last eight, where there are more than eight
record Literal(byte[] text, long head, long mask, long tail) {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORD = Long.BYTES;

    static Literal of(String ascii) {
        byte[] text = ascii.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(text, Math.max(WORD, text.length));
        long mask = text.length >= WORD ? -1L : (1L << text.length * WORD) - 1;
        return new Literal(text, word(padded, 0), mask, word(padded, padded.length - WORD));
    }

    /// Eight bytes as a little-endian number. They must lie within the array.
    static long word(byte[] in, int at) {
        return (long) WORDS.get(in, at);
    }

    int length() {
        return text.length;
    }

    /// Whether the bytes at `at` read so, all of them before `to`.
    boolean at(byte[] in, int at, int to) {
        int length = text.length;
        if (to - at < length) {
            return false;
        }
        if (at + WORD > in.length) {
            return Arrays.equals(in, at, at + length, text, 0, length);
        }
        if ((word(in, at) & mask) != head) {
            return false;
        }
        return length <= WORD
                || word(in, at + length - WORD) == tail && middle(in, at, length - WORD);
    }

    private boolean middle(byte[] in, int at, int to) {
        for (int i = WORD; i < to; i += WORD) {
            if (word(in, at + i) != word(text, i)) {
                return false;
            }
        }
        return true;
    }

    /// Behind the text if it stands at `at`, else -1.
    int after(byte[] in, int at, int to) {
        return at(in, at, to) ? at + text.length : -1;
    }

    /// Whether the bytes before `to` end so, none of them before `from`.
    boolean endsAt(byte[] in, int from, int to) {
        return to - text.length >= from && at(in, to - text.length, to);
    }

    /// Where it first stands in `in[from, to)`, or -1.
    int in(byte[] in, int from, int to) {
        int last = to - text.length + 1;
        for (int at = Scan.indexOf(in, from, last, text[0]);
                at >= 0;
                at = Scan.indexOf(in, at + 1, last, text[0])) {
            if (at(in, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /// Where it last stands in `in[from, to)`, or -1.
    int lastIn(byte[] in, int from, int to) {
        for (int at = to - text.length; at >= from; at--) {
            if (in[at] == text[0] && at(in, at, to)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Literal literal && Arrays.equals(literal.text, text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    @Override
    public String toString() {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
