package org.spoolscope.postfix.log;

/// `warning: ID: text`: the severity word comes before the queue id (`src/util/msg_syslog.c`).
final class SeverityLine {
    private static final Literal WARNING = Literal.of("warning: ");
    private static final Literal ERROR = Literal.of("error: ");
    private static final Literal FATAL = Literal.of("fatal: ");
    private static final Literal PANIC = Literal.of("panic: ");
    private static final Literal SASL = Literal.of(": SASL ");
    private static final Literal SASL_USERNAME = Literal.of(", sasl_username=");

    private SeverityLine() {}

    /// Reads a whole message.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        return switch (in[at]) {
            case 'w' -> severity(in, at, WARNING.after(in, at, to), to, LogEvent.WARNING, line);
            case 'e' -> severity(in, at, ERROR.after(in, at, to), to, LogEvent.ERROR, line);
            case 'f' -> severity(in, at, FATAL.after(in, at, to), to, LogEvent.FATAL, line);
            case 'p' -> severity(in, at, PANIC.after(in, at, to), to, LogEvent.PANIC, line);
            default -> false;
        };
    }

    private static boolean severity(
            byte[] in, int at, int text, int to, LogEvent event, LogLine line) {
        if (text < 0) {
            return false;
        }
        line.event(event);
        line.set(LogField.SEVERITY, at, text - 2);
        int id = IdShape.end(in, text, to);
        if (id >= 0 && Scan.isAt(in, id, to, ':')) {
            line.set(LogField.ID, text, id);
            text = Scan.isAt(in, id + 1, to, ' ') ? id + 2 : id + 1;
        } else {
            sasl(in, text, to, line);
        }
        line.set(LogField.TEXT, text, to);
        return true;
    }

    /// `NAME[IP]: SASL LOGIN authentication failed: why, sasl_username=…` (the name from 3.8).
    private static void sasl(byte[] in, int at, int to, LogLine line) {
        long before = line.present();
        int end = Peer.client(in, at, to, line);
        int method = end < 0 ? -1 : SASL.after(in, end, to);
        if (method < 0) {
            line.present(before);
            return;
        }
        line.set(LogField.SASL_METHOD, method, Scan.until(in, method, to, (byte) ' '));
        int user = SASL_USERNAME.in(in, method, to);
        if (user >= 0) {
            line.set(LogField.SASL_USERNAME, user + SASL_USERNAME.length(), to);
        }
    }
}
