package org.spoolscope.postfix.log;

import java.time.InstantSource;
import java.time.ZoneId;

/// What loggers put before a message: `<22>Nov 8 10:38:17 mail1 postfix/smtpd[4711]: `, its
/// priority and its process id optional.
final class Header {
    private static final Literal POSTFIX = Literal.of("postfix");
    private static final Literal POSTFIX_SLASH = Literal.of("postfix/");
    private static final Literal SOLARIS = Literal.of("[ID ");

    private final LineTime time;
    private Program program = Program.UNKNOWN;

    Header(ZoneId zone, InstantSource clock) {
        time = new LineTime(zone, clock);
    }

    /// Whose line it is, where [#read] found it to be Postfix's.
    Program program() {
        return program;
    }

    /// Reads the header into the line.
    ///
    /// @return where the message begins, or -1 where the line is not Postfix's
    int read(byte[] in, int from, int to, LogLine line) {
        int host = time.read(in, priority(in, from, to), to) + 1;
        if (host == 0 || host >= to || in[host - 1] != ' ') {
            return -1;
        }
        line.micros(time.micros());
        int space = Scan.until(in, host, to, (byte) ' ');
        line.set(LogField.HOST, host, space);
        return space == to ? -1 : tag(in, space + 1, to, line);
    }

    private static int priority(byte[] in, int from, int to) {
        if (!Scan.isAt(in, from, to, '<')) {
            return from;
        }
        int close = Scan.digits(in, from + 1, Math.min(to, from + 5));
        return Scan.isAt(in, close, to, '>') ? close + 1 : from;
    }

    /// `postfix/smtpd[4711]: ` or the same without the process id.
    private int tag(byte[] in, int from, int to, LogLine line) {
        int first = POSTFIX_SLASH.at(in, from, to) ? from + POSTFIX.length() : -1;
        int slash = first;
        int end = first < 0 ? from : first + 1;
        for (; end < to; end++) {
            byte b = in[end];
            if (b == '/') {
                slash = end;
                first = first < 0 ? end : first;
            } else if (b == '[' || b == ':' || b == ' ') {
                break;
            }
        }
        line.set(LogField.PROGRAM, from, end);
        int colon = end;
        if (Scan.isAt(in, end, to, '[')) {
            int close = Scan.digits(in, end + 1, to);
            if (Scan.isAt(in, close, to, ']') && close > end + 1) {
                line.set(LogField.PID, end + 1, close);
                colon = close + 1;
            }
        }
        if (!Scan.isAt(in, colon, to, ':')) {
            return -1;
        }
        int message = Scan.isAt(in, colon + 1, to, ' ') ? colon + 2 : colon + 1;
        message = solaris(in, message, to);
        line.set(LogField.MESSAGE, message, to);
        program = Program.of(in, slash < 0 ? from : slash + 1, end);
        return isPostfix(in, from, first < 0 ? end : first, slash >= 0) ? message : -1;
    }

    /// A name without a slash is Postfix's only where it is `postfix` or one of its scripts; with
    /// one, where the instance says so or the program is one of Postfix's.
    private boolean isPostfix(byte[] in, int from, int first, boolean slash) {
        if (!slash) {
            return switch (program) {
                case POSTFIX, POSTFIX_SCRIPT, POSTMULTI_SCRIPT, POSTFIX_WRAPPER -> true;
                default -> false;
            };
        }
        return program != Program.UNKNOWN
                || POSTFIX.at(in, from, first)
                        && (first - from == POSTFIX.length() || in[from + POSTFIX.length()] == '-');
    }

    /// Skips `[ID 197553 mail.info] `.
    private static int solaris(byte[] in, int at, int to) {
        if (!SOLARIS.at(in, at, to)) {
            return at;
        }
        int close = Scan.indexOf(in, at, to, (byte) ']');
        return Scan.isAt(in, close + 1, to, ' ') && close > 0 ? close + 2 : at;
    }
}
