package org.spoolscope.postfix.log;

/// `ACTION … [IP]:PORT …`, the action in capitals: `PASS NEW`, `PREGREET`, `DNSBL`, `COMMAND TIME
/// LIMIT` (postscreen and tlsproxy). The other side always stands before what it sent.
final class PostscreenLine {
    private static final Literal DNSBL = Literal.of("DNSBL");
    private static final Literal FOR = Literal.of(" for ");

    private PostscreenLine() {}

    /// Reads a message without a queue id as the event.
    static boolean parse(byte[] in, int at, int to, LogEvent event, LogLine line) {
        int action = action(in, at, to);
        int open = action == at ? -1 : Scan.indexOf(in, action, to, (byte) '[');
        int end = open < 0 ? -1 : Peer.client(in, open, to, line);
        if (end < 0) {
            return false;
        }
        line.event(event);
        line.set(LogField.ACTION, at, action);
        int rank = DNSBL.at(in, at, to) ? FOR.in(in, action, open) : -1;
        if (rank > action) {
            line.set(LogField.TEXT, action + 1, rank);
        } else if (end + 1 < to) {
            line.set(
                    LogField.TEXT,
                    Scan.isAt(in, end, to, ':') ? Math.min(end + 2, to) : end + 1,
                    to);
        }
        return true;
    }

    /// Behind the words in capitals.
    private static int action(byte[] in, int from, int to) {
        int end = from;
        int at = from;
        while (at < to && (in[at] >= 'A' && in[at] <= 'Z' || in[at] == '-')) {
            while (at < to && (in[at] >= 'A' && in[at] <= 'Z' || in[at] == '-')) {
                at++;
            }
            if (at < to && in[at] != ' ') {
                return end;
            }
            end = at++;
        }
        return end;
    }
}
