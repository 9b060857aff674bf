package org.spoolscope.postfix.log;

/// The next hop of a delivery: `HOST[ADDRESS]:PORT`, `HOST[/SOCKET PATH]`, `[::1]:25`, or a word
/// such as `none`, `local` or a pipe service's name.
final class Relay {
    private Relay() {}

    /// Reads `in[from, to)`. A next hop that is an address alone is its own host.
    static void parse(byte[] in, int from, int to, LogLine line) {
        int close = to - 1;
        while (close > from && Scan.isDigit(in[close])) {
            close--;
        }
        boolean port = close > from && in[close] == ':' && in[close - 1] == ']';
        if (port) {
            line.set(LogField.RELAY_PORT, close + 1, to);
            close--;
        } else {
            close = to - 1;
        }
        int open = close > from && in[close] == ']' ? open(in, from, close) : -1;
        if (open < 0) {
            line.set(LogField.RELAY_HOST, from, to);
            return;
        }
        line.set(LogField.RELAY_IP, open + 1, close);
        line.set(LogField.RELAY_HOST, open == from ? from + 1 : from, open == from ? close : open);
    }

    private static int open(byte[] in, int from, int close) {
        int open = close - 1;
        while (open >= from && in[open] != '[') {
            open--;
        }
        return open < from ? -1 : open;
    }
}
