package org.spoolscope.postfix.log;

/// `statistics: max connection rate 2/60s for (smtp:192.0.2.1) at Nov 8 10:38:17`, of anvil, and
/// those of scache.
final class StatisticsLine {
    private static final Literal STATISTICS = Literal.of("statistics: ");
    private static final Literal FOR = Literal.of(" for (");

    private StatisticsLine() {}

    /// Reads a message without a queue id.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int text = STATISTICS.after(in, at, to);
        if (text < 0) {
            return false;
        }
        line.event(LogEvent.ANVIL);
        line.set(LogField.TEXT, text, to);
        int service = FOR.in(in, text, to);
        int colon = service < 0 ? -1 : Scan.indexOf(in, service, to, (byte) ':');
        int close = colon < 0 ? -1 : Scan.indexOf(in, colon, to, (byte) ')');
        if (close >= 0) {
            line.set(LogField.CLIENT_IP, colon + 1, close);
        }
        return true;
    }
}
