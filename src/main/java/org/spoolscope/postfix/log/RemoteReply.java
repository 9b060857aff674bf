package org.spoolscope.postfix.log;

/// Takes the reason of a delivery apart, as Postfix's SMTP client words it
/// (`src/smtp/smtp_trouble.c`, `smtp_connect.c`, `smtp_addr.c`): who answered, with which codes, in
/// which words, to which command.
final class RemoteReply {
    private static final Literal SUSPENDED = Literal.of("delivery temporarily suspended: ");
    private static final Literal HOST = Literal.of("host ");
    private static final Literal SAID = Literal.of(" said: ");
    private static final Literal REFUSED = Literal.of(" refused to talk to me: ");
    private static final Literal IN_REPLY_TO = Literal.of(" (in reply to ");
    private static final Literal COMMAND = Literal.of(" command)");
    private static final Literal CONNECT = Literal.of("connect to ");
    private static final Literal LOST = Literal.of("lost connection with ");
    private static final Literal CONVERSATION = Literal.of("conversation with ");
    private static final Literal WHILE = Literal.of(" while ");
    private static final Literal NO_HOST = Literal.of("Host or domain name not found. ");
    private static final Literal NAME = Literal.of("name=");
    private static final Literal SASL = Literal.of("SASL authentication failed; server ");
    private static final Literal TLS_REQUIRED = Literal.of("TLS is required");
    private static final Literal BY_HOST = Literal.of("by host ");
    private static final Literal LOOK_UP = Literal.of("unable to look up host ");

    private RemoteReply() {}

    /// Reads what `in[from, to)` says of the remote into the line.
    ///
    /// @return whether it is one of the known forms
    static boolean parse(byte[] in, int from, int to, LogLine line) {
        int at = SUSPENDED.after(in, from, to);
        at = at < 0 ? from : at;
        if (at >= to) {
            return false;
        }
        return switch (in[at]) {
            case '2', '3', '4', '5' -> reply(in, at, to, line) >= 0;
            case 'h' -> said(in, HOST.after(in, at, to), to, line);
            case 'S' -> said(in, SASL.after(in, at, to), to, line);
            case 'l' -> interrupted(in, at, LOST.after(in, at, to), to, line);
            case 'c' -> {
                int peer = CONNECT.after(in, at, to);
                yield peer >= 0
                        ? unconnected(in, peer, to, line)
                        : interrupted(in, at, CONVERSATION.after(in, at, to), to, line);
            }
            case 'H' -> unresolved(in, NO_HOST.after(in, at, to), to, line);
            case 'u' -> notLookedUp(in, LOOK_UP.after(in, at, to), to, line);
            case 'T' -> tls(in, at, to, line);
            default -> false;
        };
    }

    /// `550-5.1.1 text` or `250 text`.
    ///
    /// @return behind the codes, or -1 where no code stands there
    static int reply(byte[] in, int at, int to, LogLine line) {
        int code = code(in, at, to);
        if (code < 0) {
            return -1;
        }
        line.set(LogField.REMOTE_CODE, at, code);
        int text = code < to ? code + 1 : code;
        int dsn = enhanced(in, text, to);
        if (dsn >= 0) {
            line.set(LogField.REMOTE_DSN, text, dsn);
            text = dsn < to ? dsn + 1 : dsn;
        }
        line.set(LogField.REMOTE_TEXT, text, to);
        return text;
    }

    /// Behind three digits that a blank, a hyphen or the end follows, or -1.
    static int code(byte[] in, int at, int to) {
        int end = Scan.digits(in, at, Math.min(to, at + 4));
        boolean ends = end >= to || in[end] == ' ' || in[end] == '-';
        return end == at + 3 && ends ? end : -1;
    }

    /// Behind an enhanced status code (RFC 3463) that a blank or the end follows, or -1.
    static int enhanced(byte[] in, int at, int to) {
        if (at + 5 > to || in[at + 1] != '.' || in[at] != '2' && in[at] != '4' && in[at] != '5') {
            return -1;
        }
        int subject = Scan.digits(in, at + 2, to);
        int detail = Scan.digits(in, subject + 1, to);
        boolean wrong =
                subject == at + 2
                        || subject > at + 5
                        || !Scan.isAt(in, subject, to, '.')
                        || detail == subject + 1
                        || detail > subject + 4;
        return wrong || detail < to && in[detail] != ' ' ? -1 : detail;
    }

    private static boolean said(byte[] in, int peer, int to, LogLine line) {
        int end = peer < 0 ? -1 : Peer.remote(in, peer, to, line);
        if (end < 0) {
            return false;
        }
        int text = SAID.after(in, end, to);
        text = text < 0 ? REFUSED.after(in, end, to) : text;
        if (text < 0) {
            return false;
        }
        int textEnd = command(in, text, to, line);
        if (reply(in, text, textEnd, line) < 0) {
            line.set(LogField.REMOTE_TEXT, text, textEnd);
        }
        return true;
    }

    /// Reads ` (in reply to RCPT TO command)`, which ends what was said.
    ///
    /// @return where it begins, or `to` where it is missing
    private static int command(byte[] in, int from, int to, LogLine line) {
        if (!COMMAND.endsAt(in, from, to)) {
            return to;
        }
        int at = IN_REPLY_TO.lastIn(in, from, to);
        int end = to - COMMAND.length();
        if (at < 0 || at + IN_REPLY_TO.length() > end) {
            return to;
        }
        line.set(LogField.REMOTE_COMMAND, at + IN_REPLY_TO.length(), end);
        return at;
    }

    private static boolean unconnected(byte[] in, int peer, int to, LogLine line) {
        int end = Peer.remote(in, peer, to, line);
        if (!Scan.isAt(in, end, to, ':')) {
            return false;
        }
        line.set(LogField.REMOTE_TEXT, Math.min(end + 2, to), to);
        return true;
    }

    /// `lost connection with H[ip] while sending RCPT TO`, `conversation with H[ip] timed out while
    /// …`: what happened is the text, what it happened at the command.
    private static boolean interrupted(byte[] in, int from, int peer, int to, LogLine line) {
        int end = peer < 0 ? -1 : Peer.remote(in, peer, to, line);
        if (end < 0) {
            return false;
        }
        int at = WHILE.in(in, end, to);
        if (at >= 0) {
            line.set(LogField.REMOTE_COMMAND, at + WHILE.length(), to);
        }
        if (in[from] == 'l') {
            line.set(LogField.REMOTE_TEXT, from, peer - " with ".length());
        } else {
            line.set(
                    LogField.REMOTE_TEXT,
                    Math.min(end + 1, to),
                    at < 0 ? to : Math.max(at, end + 1));
        }
        return true;
    }

    /// `Name service error for name=N type=MX: Host not found, try again`.
    private static boolean unresolved(byte[] in, int at, int to, LogLine line) {
        int name = at < 0 ? -1 : NAME.in(in, at, to);
        if (name < 0) {
            return false;
        }
        int end = Scan.until(in, name, to, (byte) ' ');
        line.set(LogField.REMOTE_HOST, name + NAME.length(), end);
        int colon = Scan.indexOf(in, end, to, (byte) ':');
        line.set(LogField.REMOTE_TEXT, colon < 0 ? at : Math.min(colon + 2, to), to);
        return true;
    }

    /// `unable to look up host N: why`.
    private static boolean notLookedUp(byte[] in, int name, int to, LogLine line) {
        int colon = name < 0 ? -1 : Scan.indexOf(in, name, to, (byte) ':');
        if (colon < 0) {
            return false;
        }
        line.set(LogField.REMOTE_HOST, name, colon);
        line.set(LogField.REMOTE_TEXT, Math.min(colon + 2, to), to);
        return true;
    }

    /// `TLS is required, but was not offered by host H[ip]`.
    private static boolean tls(byte[] in, int at, int to, LogLine line) {
        int host = TLS_REQUIRED.at(in, at, to) ? BY_HOST.in(in, at, to) : -1;
        return host >= 0 && Peer.remote(in, host + BY_HOST.length(), to, line) >= 0;
    }
}
