package org.spoolscope.postfix.log;

/// `uid=1000 from=<S>`, after a requeue `uid=1000 from=<S> orig_id=OLDID`.
final class PickupLine {
    private static final Literal UID = Literal.of("uid=");
    private static final Literal FROM = Literal.of(" from=<");
    private static final Literal ORIG_ID = Literal.of("> orig_id=");

    private PickupLine() {}

    /// Reads what stands behind the queue id.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int uid = UID.after(in, at, to);
        int uidEnd = uid < 0 ? -1 : Scan.digits(in, uid, to);
        int sender = uid < 0 ? -1 : FROM.after(in, uidEnd, to);
        if (sender < 0) {
            return false;
        }
        line.event(LogEvent.PICKUP);
        line.set(LogField.UID, uid, uidEnd);
        int close = in[to - 1] == '>' ? to - 1 : ORIG_ID.lastIn(in, sender - 1, to);
        int id = close + ORIG_ID.length();
        if (close < sender) {
            line.cut(true);
            close = to;
        } else if (close < to - 1 && IdShape.end(in, id, to) == to) {
            line.set(LogField.ORIG_ID, id, to);
        }
        line.set(LogField.FROM, sender, close);
        return true;
    }
}
