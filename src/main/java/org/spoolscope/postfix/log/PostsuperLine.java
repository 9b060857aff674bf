package org.spoolscope.postfix.log;

/// Of one message `ID: placed on hold`, of all of them `Placed on hold: 12 messages`.
final class PostsuperLine {
    private static final Literal COLON = Literal.of(": ");
    private static final Literal MESSAGE = Literal.of(" message");

    private PostsuperLine() {}

    /// Reads what stands behind the queue id.
    static void one(int at, int to, LogLine line) {
        line.event(LogEvent.POSTSUPER);
        line.set(LogField.ACTION, at, to);
    }

    /// Reads a total.
    static boolean total(byte[] in, int at, int to, LogLine line) {
        int colon = COLON.in(in, at, to);
        int count = colon + COLON.length();
        int end = colon < 0 ? -1 : Scan.digits(in, count, to);
        if (end <= count || !MESSAGE.at(in, end, to)) {
            return false;
        }
        line.event(LogEvent.POSTSUPER);
        line.set(LogField.ACTION, at, colon);
        line.set(LogField.TEXT, count, to);
        return true;
    }
}
