package org.spoolscope.postfix.cause;

/// What can be read off a host's name without asking anyone.
public final class HostName {
    /// Labels under which many countries register names.
    private static final String SECOND_LEVELS =
            " co com net org gov edu ac or ne go gob gouv nom ltd plc mil sch asso ";

    private HostName() {}

    /// Where the domain that someone registered begins in the name `bytes[from, to)`: its last two
    /// labels, or three below the likes of `co.uk`. A guess without the public suffix list, good
    /// enough to see a provider's many machines as one. An address is left as it is.
    public static int domain(byte[] bytes, int from, int to) {
        int last = labelBefore(bytes, from, to);
        if (last == from || last < to && Ascii.isDigit(bytes[last])) {
            return from;
        }
        int second = labelBefore(bytes, from, last - 1);
        if (second == from) {
            return from;
        }
        boolean publicSecondLevel = to - last == 2 && isSecondLevel(bytes, second, last - 1);
        return publicSecondLevel ? labelBefore(bytes, from, second - 1) : second;
    }

    /// Whether there is a letter in it; an address has none (IPv4).
    static boolean hasLetter(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Ascii.isLetter(bytes[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecondLevel(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 4) {
            return false;
        }
        for (int at = 0; (at = SECOND_LEVELS.indexOf(' ', at)) >= 0; at++) {
            int end = at + 1 + length;
            if (end >= SECOND_LEVELS.length()) {
                return false;
            }
            boolean same = SECOND_LEVELS.charAt(end) == ' ';
            for (int i = 0; i < length && same; i++) {
                same = Ascii.lower(bytes[from + i]) == SECOND_LEVELS.charAt(at + 1 + i);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static int labelBefore(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] != '.') {
            at--;
        }
        return at;
    }
}
