package org.spoolscope.postfix.log;

import org.jspecify.annotations.Nullable;

/// What smtpd, postscreen and cleanup do with a message or a client, and why: `ACTION: STAGE from
/// NAME[IP]: REPLY; from=<> to=<> proto= helo=<>`, of a header or body check `ACTION: header TEXT
/// from NAME[IP]; from=<> …: rule's text`, of a proxy filter `proxy-reject: STAGE: REPLY; …`.
final class AccessLine {
    private static final Literal MILTER = Literal.of("milter-");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal HEADER = Literal.of("header ");
    private static final Literal BODY = Literal.of("body ");
    private static final Literal MIME_ERROR = Literal.of("mime-error ");

    private AccessLine() {}

    /// Reads what stands behind the queue id or `NOQUEUE`.
    ///
    /// @return whether it is such a line
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int end = at;
        while (end < to && (in[end] >= 'a' && in[end] <= 'z' || in[end] == '-' || in[end] == '_')) {
            end++;
        }
        if (!Scan.isAt(in, end, to, ':') || !Scan.isAt(in, end + 1, to, ' ')) {
            return false;
        }
        LogEvent event = event(in, at, end);
        if (event == null) {
            return false;
        }
        line.event(event);
        line.set(LogField.ACTION, at, end);
        int stage = end + 2;
        if (isCheck(in, stage, to)) {
            check(in, stage, to, line);
        } else {
            stage(in, stage, to, line);
        }
        return true;
    }

    private static @Nullable LogEvent event(byte[] in, int from, int to) {
        int milter = MILTER.after(in, from, to);
        int word = milter < 0 ? from : milter;
        LogEvent known = Action.event(in, word, to);
        return known == null && milter >= 0 ? LogEvent.WARN : known;
    }

    private static boolean isCheck(byte[] in, int at, int to) {
        return HEADER.at(in, at, to) || BODY.at(in, at, to) || MIME_ERROR.at(in, at, to);
    }

    private static void stage(byte[] in, int from, int to, LogLine line) {
        int end = from;
        while (end < to && in[end] != ' ' && in[end] != ':') {
            end++;
        }
        line.set(LogField.STAGE, from, end);
        int peer = FROM.after(in, end, to);
        int at = peer < 0 ? end : Peer.client(in, peer, to, line);
        if (!Scan.isAt(in, at, to, ':') || !Scan.isAt(in, at + 1, to, ' ')) {
            line.set(LogField.TEXT, from, to);
            return;
        }
        int semicolon = EnvelopeTail.find(in, at, to, false, line);
        line.cut(semicolon == EnvelopeTail.NONE && LogParser.isFull(line));
        reply(in, at + 2, semicolon == EnvelopeTail.NONE ? to : semicolon, line);
    }

    /// `554 5.7.1 text`; a milter's has no SMTP code, others neither.
    private static void reply(byte[] in, int from, int to, LogLine line) {
        int text = from;
        int code = RemoteReply.code(in, text, to);
        if (code >= 0) {
            line.set(LogField.CODE, text, code);
            text = Math.min(code + 1, to);
        }
        int dsn = RemoteReply.enhanced(in, text, to);
        if (dsn >= 0) {
            line.set(LogField.DSN, text, dsn);
            text = Math.min(dsn + 1, to);
        }
        line.set(LogField.TEXT, text, to);
    }

    private static void check(byte[] in, int from, int to, LogLine line) {
        int end = Scan.until(in, from, to, (byte) ' ');
        line.set(LogField.STAGE, from, end);
        int content = Math.min(end + 1, to);
        int semicolon = EnvelopeTail.find(in, content, to, true, line);
        if (semicolon == EnvelopeTail.NONE) {
            line.cut(LogParser.isFull(line));
            line.set(LogField.TEXT, content, to);
            return;
        }
        int tail = EnvelopeTail.parse(in, semicolon + 1, to, line);
        if (tail + 1 < to) {
            line.set(LogField.REASON, tail + 2, to);
        }
        int client = FROM.lastIn(in, content, semicolon);
        if (client >= 0) {
            Peer.client(in, client + FROM.length(), semicolon, line);
        }
        line.set(LogField.TEXT, content, client < 0 ? semicolon : client);
    }
}
