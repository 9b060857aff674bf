package org.spoolscope.postfix.log;

import java.time.InstantSource;
import java.time.ZoneId;

/// Parses lines of a mail log. Never throws on input: a line that no rule knows is
/// [LogEvent#OTHER], one that is not Postfix's [LogEvent#FOREIGN].
///
/// One parser reads one log in order: it infers the year of year-less times from the lines before.
public final class LogParser {
    /// Postfix cuts what it logs at this many bytes (`src/util/msg_logger.c`).
    private static final int CUT = 2000;

    /// No logger hands on longer ones; what a damaged file has beyond is not looked at.
    private static final int LONGEST = 16 * 1024;

    private static final Literal NOQUEUE = Literal.of("NOQUEUE: ");
    private static final Literal TABLE = Literal.of("table ");
    private static final Literal CACHE = Literal.of("cache ");

    private final Header header;

    /// @param zone of times without an offset: the server's
    /// @param clock what a year-less time is compared with
    public LogParser(ZoneId zone, InstantSource clock) {
        header = new Header(zone, clock);
    }

    /// Parses the line in `bytes[from, to)`, which holds no line break, into `line`. A foreign line
    /// keeps what its header says.
    public void parse(byte[] bytes, int from, int to, LogLine line) {
        line.begin(bytes);
        int end = Math.min(to, from + LONGEST);
        int message = header.read(bytes, from, end, line);
        if (message < 0) {
            return;
        }
        if (message == end || !understood(bytes, message, end, line)) {
            line.event(LogEvent.OTHER);
            line.cut(isFull(line));
            line.set(LogField.TEXT, message, end);
        }
    }

    /// Whether the message is as long as Postfix makes them, so that its end may be missing.
    static boolean isFull(LogLine line) {
        return line.end(LogField.MESSAGE) - line.start(LogField.MESSAGE) >= CUT;
    }

    private boolean understood(byte[] in, int message, int to, LogLine line) {
        if (SeverityLine.parse(in, message, to, line)) {
            return true;
        }
        int id = IdShape.end(in, message, to);
        if (id >= 0 && id + 2 < to && in[id] == ':' && in[id + 1] == ' ') {
            line.set(LogField.ID, message, id);
            if (header.program() == Program.POSTSUPER) {
                PostsuperLine.one(id + 2, to, line);
                return true;
            }
            return IdLine.parse(in, id + 2, to, line);
        }
        int noQueue = NOQUEUE.after(in, message, to);
        if (noQueue >= 0 && noQueue < to) {
            return IdLine.parse(in, noQueue, to, line);
        }
        return withoutId(in, message, to, line);
    }

    private boolean withoutId(byte[] in, int at, int to, LogLine line) {
        boolean known =
                switch (header.program()) {
                    case SMTPD, QMQPD ->
                            SmtpdLine.parse(in, at, to, line) || TlsLine.parse(in, at, to, line);
                    case POSTSCREEN -> PostscreenLine.parse(in, at, to, LogEvent.POSTSCREEN, line);
                    case TLSPROXY ->
                            TlsLine.parse(in, at, to, line)
                                    || PostscreenLine.parse(in, at, to, LogEvent.TLS, line);
                    case DNSBLOG -> DnsblogLine.parse(in, at, to, line);
                    case SMTP, LMTP, POSTTLS_FINGER -> SmtpLine.parse(in, at, to, line);
                    case ANVIL, SCACHE -> StatisticsLine.parse(in, at, to, line);
                    case POSTSUPER -> PostsuperLine.total(in, at, to, line);
                    case MASTER,
                            POSTFIX_SCRIPT,
                            POSTMULTI_SCRIPT,
                            POSTFIX_WRAPPER,
                            POSTLOGD,
                            POSTLOG ->
                            housekeeping(at, to, line);
                    default -> false;
                };
        return known
                || (TABLE.at(in, at, to) || CACHE.at(in, at, to)) && housekeeping(at, to, line);
    }

    /// master and the scripts say what they do; all daemons, that a table has changed or a cache
    /// was cleaned.
    private static boolean housekeeping(int at, int to, LogLine line) {
        line.event(LogEvent.MASTER);
        line.set(LogField.TEXT, at, to);
        return true;
    }
}
