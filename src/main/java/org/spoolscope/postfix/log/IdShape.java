package org.spoolscope.postfix.log;

/// What queue ids look like: six or more upper-case hexadecimal digits, or ten or more of the 52
/// digits and letters that are no vowels (`src/global/mail_queue.h`). No word that begins a message
/// looks like that.
final class IdShape {
    private static final int HEX = 1;
    private static final int LONG = 2;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_LONG = 10;
    private static final byte[] KINDS = kinds();

    private IdShape() {}

    /// Behind the queue id that stands at `at`, or -1.
    static int end(byte[] in, int at, int to) {
        int kinds = HEX | LONG;
        int end = at;
        while (end < to) {
            int both = kinds & KINDS[in[end] & 0xff];
            if (both == 0) {
                break;
            }
            kinds = both;
            end++;
        }
        boolean wordGoesOn = end < to && isAlphanumeric(in[end]);
        int length = end - at;
        boolean id =
                (kinds & HEX) != 0 && length >= SHORTEST
                        || (kinds & LONG) != 0 && length >= SHORTEST_LONG;
        return id && !wordGoesOn ? end : -1;
    }

    private static boolean isAlphanumeric(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (char c : "0123456789ABCDEF".toCharArray()) {
            kinds[c] |= HEX;
        }
        for (char c : "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz".toCharArray()) {
            kinds[c] |= LONG;
        }
        return kinds;
    }
}
