package org.spoolscope.postfix.log;

/// `from=<S>, size=N, nrcpt=N (queue active)` and `from=<S>, status=expired, returned to sender`.
/// The sender is a stranger's word: it ends where the rest of the line is exactly that.
final class QmgrLine {
    private static final Literal FROM = Literal.of("from=<");
    private static final Literal SIZE = Literal.of(">, size=");
    private static final Literal NRCPT = Literal.of(", nrcpt=");
    private static final Literal ACTIVE = Literal.of(" (queue active)");
    private static final Literal STATUS = Literal.of(">, status=");
    private static final Literal RETURNED = Literal.of(", returned to sender");

    private QmgrLine() {}

    /// Reads what stands behind the queue id.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int sender = FROM.after(in, at, to);
        if (sender < 0) {
            return false;
        }
        for (int close = Scan.indexOf(in, sender, to, (byte) '>');
                close >= 0;
                close = Scan.indexOf(in, close + 1, to, (byte) '>')) {
            if (queued(in, close, to, line) || expired(in, close, to, line)) {
                line.set(LogField.FROM, sender, close);
                return true;
            }
        }
        if (LogParser.isFull(line)) {
            line.event(LogEvent.QUEUED);
            line.cut(true);
            line.set(LogField.FROM, sender, Scan.until(in, sender, to, (byte) '>'));
            return true;
        }
        return false;
    }

    private static boolean queued(byte[] in, int close, int to, LogLine line) {
        int size = SIZE.after(in, close, to);
        int sizeEnd = size < 0 ? -1 : Scan.digits(in, size, to);
        int count = size < 0 ? -1 : NRCPT.after(in, sizeEnd, to);
        int countEnd = count < 0 ? -1 : Scan.digits(in, count, to);
        if (count < 0 || ACTIVE.after(in, countEnd, to) != to) {
            return false;
        }
        line.event(LogEvent.QUEUED);
        line.set(LogField.SIZE, size, sizeEnd);
        line.set(LogField.NRCPT, count, countEnd);
        return true;
    }

    private static boolean expired(byte[] in, int close, int to, LogLine line) {
        int status = STATUS.after(in, close, to);
        int end = status < 0 ? -1 : Scan.indexOf(in, status, to, (byte) ',');
        if (end < 0 || RETURNED.after(in, end, to) != to) {
            return false;
        }
        line.event(LogEvent.EXPIRED);
        line.set(LogField.STATUS, status, end);
        return true;
    }
}
