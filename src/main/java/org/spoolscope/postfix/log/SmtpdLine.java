package org.spoolscope.postfix.log;

/// smtpd's own lines: who connected, who left and how, and from whom a message is about to come.
final class SmtpdLine {
    private static final Literal CONNECT = Literal.of("connect from ");
    private static final Literal DISCONNECT = Literal.of("disconnect from ");
    private static final Literal LOST = Literal.of("lost connection after ");
    private static final Literal TIMEOUT = Literal.of("timeout after ");
    private static final Literal TOO_MANY = Literal.of("too many errors after ");
    private static final Literal PIPELINING = Literal.of("improper command pipelining after ");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal CLIENT = Literal.of("client=");
    private static final Literal SASL_METHOD = Literal.of(", sasl_method=");
    private static final Literal SASL_USERNAME = Literal.of(", sasl_username=");
    private static final Literal SASL_SENDER = Literal.of(", sasl_sender=");
    private static final Literal ORIG_QUEUE_ID = Literal.of(", orig_queue_id=");
    private static final Literal ORIG_CLIENT = Literal.of(", orig_client=");
    private static final int AFTER = " after ".length();

    private SmtpdLine() {}

    /// Reads a message without a queue id.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        return switch (in[at]) {
            case 'c' -> peer(in, CONNECT.after(in, at, to), to, LogEvent.CONNECT, line);
            case 'd' -> peer(in, DISCONNECT.after(in, at, to), to, LogEvent.DISCONNECT, line);
            default -> lost(in, at, to, line);
        };
    }

    private static boolean peer(byte[] in, int at, int to, LogEvent event, LogLine line) {
        int end = at < 0 ? -1 : Peer.client(in, at, to, line);
        if (end < 0) {
            return false;
        }
        line.event(event);
        if (end + 1 < to) {
            line.set(LogField.TEXT, end + 1, to);
        }
        return true;
    }

    /// `lost connection after DATA (4711 bytes) from NAME[IP]`, from 3.10 with the queue id or
    /// `NOQUEUE` before it.
    static boolean lost(byte[] in, int at, int to, LogLine line) {
        int stage =
                switch (in[at]) {
                    case 'l' -> LOST.after(in, at, to);
                    case 't' -> Math.max(TIMEOUT.after(in, at, to), TOO_MANY.after(in, at, to));
                    case 'i' -> PIPELINING.after(in, at, to);
                    default -> -1;
                };
        int from = stage < 0 ? -1 : FROM.in(in, stage, to);
        int end = from < 0 ? -1 : Peer.client(in, from + FROM.length(), to, line);
        if (end < 0) {
            return false;
        }
        line.event(in[at] == 'i' ? LogEvent.WARN : LogEvent.LOST);
        line.set(LogField.ACTION, at, stage - AFTER);
        line.set(LogField.STAGE, stage, Math.min(from, Scan.until(in, stage, to, (byte) ' ')));
        if (end + 2 < to) {
            line.set(LogField.TEXT, end + 2, to);
        }
        return true;
    }

    /// `client=NAME[IP], sasl_method=PLAIN, sasl_username=…`.
    static boolean client(byte[] in, int at, int to, LogLine line) {
        int peer = CLIENT.after(in, at, to);
        int end = peer < 0 ? -1 : Peer.client(in, peer, to, line);
        if (end < 0) {
            return false;
        }
        line.event(LogEvent.CLIENT);
        if (end < to) {
            origin(in, end, to, line);
        }
        return true;
    }

    /// Read from the right: a login name may look like what stands behind it.
    private static void origin(byte[] in, int from, int to, LogLine line) {
        int end = before(ORIG_CLIENT, in, from, to);
        int id = ORIG_QUEUE_ID.lastIn(in, from, end);
        if (id >= 0 && IdShape.end(in, id + ORIG_QUEUE_ID.length(), end) == end) {
            line.set(LogField.ORIG_ID, id + ORIG_QUEUE_ID.length(), end);
            end = id;
        }
        end = before(SASL_SENDER, in, from, end);
        int method = SASL_METHOD.after(in, from, end);
        int comma = method < 0 ? from : Scan.until(in, method, end, (byte) ',');
        if (method >= 0) {
            line.set(LogField.SASL_METHOD, method, comma);
        }
        int user = SASL_USERNAME.after(in, comma, end);
        if (user >= 0) {
            line.set(LogField.SASL_USERNAME, user, end);
        }
    }

    private static int before(Literal key, byte[] in, int from, int to) {
        int at = key.lastIn(in, from, to);
        return at < 0 ? to : at;
    }
}
