package org.spoolscope.postfix.log;

/// What stands behind a queue id or `NOQUEUE`: the first word says which of Postfix's programs
/// speaks.
final class IdLine {
    private static final Literal MESSAGE_ID = Literal.of("message-id=");
    private static final Literal RESENT = Literal.of("resent-message-id=");
    private static final Literal REMOVED = Literal.of("removed");
    private static final Literal PASSING = Literal.of("passing <");
    private static final Literal TRANSPORT = Literal.of("> to transport=");
    private static final Literal NOTIFICATION = Literal.of(" notification: ");
    private static final Literal SKIPPED = Literal.of("skipped, still being delivered");

    private IdLine() {}

    /// Reads `in[at, to)`, which is not empty.
    ///
    /// @return whether the line is known
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        boolean known =
                switch (in[at]) {
                    case 't' ->
                            DeliveryLine.parse(in, at, to, line)
                                    || SmtpdLine.lost(in, at, to, line);
                    case 'f' -> QmgrLine.parse(in, at, to, line);
                    case 'm' -> messageId(in, MESSAGE_ID.after(in, at, to), to, line);
                    case 'r' ->
                            removed(in, at, to, line)
                                    || messageId(in, RESENT.after(in, at, to), to, line);
                    case 'c' -> SmtpdLine.client(in, at, to, line);
                    case 'u' -> PickupLine.parse(in, at, to, line);
                    case 'p' -> passing(in, at, to, line) || notice(in, at, to, line);
                    case 's' -> notice(in, at, to, line) || skipped(in, at, to, line);
                    case 'l' -> SmtpdLine.lost(in, at, to, line);
                    default -> false;
                };
        return known || AccessLine.parse(in, at, to, line) || SmtpLine.parse(in, at, to, line);
    }

    private static boolean messageId(byte[] in, int at, int to, LogLine line) {
        if (at < 0) {
            return false;
        }
        line.event(LogEvent.MESSAGE_ID);
        boolean brackets = to - at >= 2 && in[at] == '<' && in[to - 1] == '>';
        line.set(LogField.MESSAGE_ID, brackets ? at + 1 : at, brackets ? to - 1 : to);
        return true;
    }

    /// `removed`, by qmgr; `removed (canceled)` or `(discarded)`, by cleanup.
    private static boolean removed(byte[] in, int at, int to, LogLine line) {
        int end = REMOVED.after(in, at, to);
        if (end != to && !Scan.isAt(in, end, to, ' ')) {
            return false;
        }
        line.event(LogEvent.REMOVED);
        if (Scan.isAt(in, end + 1, to, '(') && in[to - 1] == ')') {
            line.set(LogField.REASON, end + 2, to - 1);
        }
        return true;
    }

    /// `passing <R> to transport=T`: a local recipient is handed on to another transport.
    private static boolean passing(byte[] in, int at, int to, LogLine line) {
        int recipient = PASSING.after(in, at, to);
        int close = recipient < 0 ? -1 : TRANSPORT.lastIn(in, recipient, to);
        if (close < 0) {
            return false;
        }
        line.event(LogEvent.REDIRECT);
        line.set(LogField.ACTION, at, recipient - 2);
        line.set(LogField.TO, recipient, close);
        line.set(LogField.TEXT, close + TRANSPORT.length(), to);
        return true;
    }

    /// `sender non-delivery notification: NEWID`.
    private static boolean notice(byte[] in, int at, int to, LogLine line) {
        int colon = NOTIFICATION.in(in, at, to);
        int child = colon + NOTIFICATION.length();
        if (colon < 0 || IdShape.end(in, child, to) != to) {
            return false;
        }
        line.event(LogEvent.BOUNCE_NOTICE);
        line.set(LogField.ACTION, at, child - 2);
        line.set(LogField.NEW_ID, child, to);
        return true;
    }

    private static boolean skipped(byte[] in, int at, int to, LogLine line) {
        if (SKIPPED.after(in, at, to) != to) {
            return false;
        }
        line.event(LogEvent.WARNING);
        line.set(LogField.TEXT, at, to);
        return true;
    }
}
