package org.spoolscope.postfix.log;

/// `NAME[ADDRESS]`, `NAME[ADDRESS]:PORT` or `[ADDRESS]:PORT`, as Postfix writes the other side of a
/// connection. Neither part has blanks.
final class Peer {
    private Peer() {}

    /// Reads a client's into [LogField#CLIENT_NAME], [LogField#CLIENT_IP], [LogField#CLIENT_PORT].
    ///
    /// @return behind it, or -1 where none stands at `at`
    static int client(byte[] in, int at, int to, LogLine line) {
        int open = open(in, at, to);
        int close = open < 0 ? -1 : close(in, open + 1, to);
        if (close < 0) {
            return -1;
        }
        if (open > at) {
            line.set(LogField.CLIENT_NAME, at, open);
        }
        line.set(LogField.CLIENT_IP, open + 1, close);
        int end = port(in, close + 1, to);
        if (end > close + 1) {
            line.set(LogField.CLIENT_PORT, close + 2, end);
        }
        return end;
    }

    /// Reads one that is named in a reason into [LogField#REMOTE_HOST] and [LogField#REMOTE_IP].
    ///
    /// @return behind it, the port too, or -1 where none stands at `at`
    static int remote(byte[] in, int at, int to, LogLine line) {
        int open = open(in, at, to);
        int close = open < 0 ? -1 : close(in, open + 1, to);
        if (close < 0) {
            return -1;
        }
        line.set(LogField.REMOTE_HOST, open == at ? at + 1 : at, open == at ? close : open);
        line.set(LogField.REMOTE_IP, open + 1, close);
        return port(in, close + 1, to);
    }

    /// Where the bracket of the address opens. That of an IPv6 next hop, `[::1][::1]:25`, is the
    /// second.
    static int open(byte[] in, int at, int to) {
        int i = at;
        if (Scan.isAt(in, at, to, '[')) {
            int close = close(in, at + 1, to);
            return Scan.isAt(in, close + 1, to, '[') && close > 0 ? close + 1 : at;
        }
        while (i < to && in[i] != '[' && in[i] != ' ') {
            i++;
        }
        return Scan.isAt(in, i, to, '[') ? i : -1;
    }

    /// Where the bracket closes, or -1.
    static int close(byte[] in, int at, int to) {
        int i = at;
        while (i < to && in[i] != ']' && in[i] != ' ') {
            i++;
        }
        return Scan.isAt(in, i, to, ']') ? i : -1;
    }

    /// Behind `:PORT`, or `at` where none stands there.
    static int port(byte[] in, int at, int to) {
        if (!Scan.isAt(in, at, to, ':')) {
            return at;
        }
        int end = Scan.digits(in, at + 1, to);
        return end == at + 1 ? at : end;
    }
}
