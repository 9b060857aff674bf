package org.spoolscope.postfix.log;

/// Finds things in bytes. All bounds are half open; nothing outside of them is looked at.
final class Scan {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Scan() {}

    /// Where the byte first stands in `in[from, to)`, or -1.
    static int indexOf(byte[] in, int from, int to, byte wanted) {
        long pattern = (wanted & 0xffL) * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long differs = Literal.word(in, at) ^ pattern;
            long found = (differs - ONES) & ~differs & HIGHS;
            if (found != 0) {
                return at + firstByte(found);
            }
        }
        for (; at < to; at++) {
            if (in[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /// Which byte the lowest bit stands in, where only the bytes' highest bits are set. A
    /// multiplication moves that byte's number to the top: counting zeros takes three times as long
    /// where the compiler has no instruction for it, as in the commands that only read files.
    private static int firstByte(long found) {
        long one = (found & -found) >>> 7;
        return (int) (one * 0x0001020304050607L >>> 56);
    }

    /// Where the byte first stands, or `to`.
    static int until(byte[] in, int from, int to, byte wanted) {
        int at = indexOf(in, from, to, wanted);
        return at < 0 ? to : at;
    }

    /// Behind the decimal digits that begin at `from`.
    static int digits(byte[] in, int from, int to) {
        int at = from;
        while (at < to && isDigit(in[at])) {
            at++;
        }
        return at;
    }

    /// Behind the digits and points that begin at `from`.
    static int decimal(byte[] in, int from, int to) {
        int at = from;
        while (at < to && (isDigit(in[at]) || in[at] == '.')) {
            at++;
        }
        return at;
    }

    static boolean isDigit(byte b) {
        return (char) (b - '0') < 10;
    }

    /// Whether the byte stands at `at`; it does not at -1.
    static boolean isAt(byte[] in, int at, int to, char wanted) {
        return at >= 0 && at < to && in[at] == wanted;
    }

    /// The number two digits make, or -1. Both must lie within the array.
    static int twoDigits(byte[] in, int at) {
        int tens = in[at] - '0';
        int ones = in[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
