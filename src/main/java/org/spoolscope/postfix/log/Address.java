package org.spoolscope.postfix.log;

/// Finds the end of an address that stands in angle brackets. Since Postfix 3.5 a local part with
/// special characters is logged in quotes, and what stands between them ends nothing.
final class Address {
    /// RFC 5322's atom, with the dots between several.
    private static final String LOCAL = "!#$%&'*+-/=?^_`{|}~.";

    private static final String DOMAIN = "-._[]:";

    private Address() {}

    /// Where the bracket closes that was opened right before `at`, or -1. In an address that is not
    /// quoted, the first closing bracket; an older Postfix may have logged one that is part of the
    /// address.
    static int close(byte[] in, int at, int to) {
        int quoted = isQuoted(in, at, to) ? closeQuoted(in, at, to) : -1;
        return quoted >= 0 ? quoted : Scan.indexOf(in, at, to, (byte) '>');
    }

    /// Whether it is a whole address that needs no quotes: `local@domain`.
    static boolean isPlain(byte[] in, int from, int to) {
        int at = Scan.indexOf(in, from, to, (byte) '@');
        return at > from
                && at + 1 < to
                && isMadeOf(LOCAL, in, from, at)
                && isMadeOf(DOMAIN, in, at + 1, to);
    }

    private static boolean isMadeOf(String others, byte[] in, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = in[i];
            boolean isLetter = b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
            if (!isLetter && (b < '0' || b > '9') && others.indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isQuoted(byte[] in, int at, int to) {
        return Scan.isAt(in, at, to, '"');
    }

    /// Where the bracket closes behind `"…"` or `"…"@domain`, or -1 where that is not what stands
    /// there.
    static int closeQuoted(byte[] in, int at, int to) {
        int end = at + 1;
        while (end < to && in[end] != '"') {
            end += in[end] == '\\' ? 2 : 1;
        }
        if (Scan.isAt(in, end + 1, to, '>')) {
            return end + 1;
        }
        return Scan.isAt(in, end + 1, to, '@') ? Scan.indexOf(in, end + 2, to, (byte) '>') : -1;
    }
}
