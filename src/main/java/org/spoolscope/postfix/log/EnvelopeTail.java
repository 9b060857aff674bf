package org.spoolscope.postfix.log;

/// `; from=<S> to=<R> proto=ESMTP helo=<H> sasl_method=… sasl_username=…`, which ends what smtpd,
/// postscreen (with commas between) and cleanup say of a message they act on. Any of it may be
/// missing.
///
/// The text before it and the addresses in it are strangers', and may hold something that reads the
/// same. What Postfix wrote is the last one that is whole to the end, unless it lies within the
/// quotes of an address of one before.
final class EnvelopeTail {
    static final int NONE = -1;

    private static final Literal FROM = Literal.of("from=<");
    private static final Literal TO = Literal.of("to=<");
    private static final Literal PROTO = Literal.of("proto=");
    private static final Literal HELO = Literal.of("helo=<");
    private static final Literal SASL_METHOD = Literal.of("sasl_method=");
    private static final Literal SASL_USERNAME = Literal.of("sasl_username=");

    private EnvelopeTail() {}

    /// Finds the tail and reads it into the line.
    ///
    /// @param textFollows whether `: text` may stand behind it
    /// @return where its semicolon stands, or [#NONE]
    static int find(byte[] in, int from, int to, boolean textFollows, LogLine line) {
        long before = line.present();
        int found = NONE;
        boolean foundLast = false;
        int semicolon = Scan.indexOf(in, from, to, (byte) ';');
        while (semicolon >= 0) {
            line.present(before);
            int end = parse(in, semicolon + 1, to, line);
            int next = semicolon + 1;
            foundLast = end == to || end > 0 && textFollows && in[end] == ':';
            if (foundLast) {
                found = semicolon;
                next = isQuoted(in, line) ? end : next;
            }
            semicolon = Scan.indexOf(in, next, to, (byte) ';');
        }
        if (!foundLast) {
            line.present(before);
            if (found != NONE) {
                parse(in, found + 1, to, line);
            }
        }
        return found;
    }

    private static boolean isQuoted(byte[] in, LogLine line) {
        return line.has(LogField.FROM) && Scan.isAt(in, line.start(LogField.FROM), in.length, '"')
                || line.has(LogField.TO) && Scan.isAt(in, line.start(LogField.TO), in.length, '"');
    }

    /// Reads the pairs behind a semicolon.
    ///
    /// @return behind the last pair, or -1 where there is none or one is not whole
    static int parse(byte[] in, int from, int to, LogLine line) {
        int at = from;
        int pair = key(in, at, to);
        if (pair < 0) {
            return -1;
        }
        while (pair >= 0) {
            at = value(in, pair, to, line);
            if (at < 0) {
                return -1;
            }
            pair = key(in, at, to);
        }
        return at;
    }

    /// Where the key begins that a blank, or a comma and a blank, sets apart; or -1.
    private static int key(byte[] in, int from, int to) {
        int at = Scan.isAt(in, from, to, ',') ? from + 1 : from;
        if (!Scan.isAt(in, at, to, ' ')) {
            return -1;
        }
        int key = at + 1;
        int end = key;
        while (end < to && (in[end] >= 'a' && in[end] <= 'z' || in[end] == '_')) {
            end++;
        }
        return end > key && Scan.isAt(in, end, to, '=') ? key : -1;
    }

    private static int value(byte[] in, int at, int to, LogLine line) {
        int value;
        if ((value = FROM.after(in, at, to)) >= 0) {
            return address(in, value, to, LogField.FROM, line);
        }
        if ((value = TO.after(in, at, to)) >= 0) {
            return address(in, value, to, LogField.TO, line);
        }
        if ((value = PROTO.after(in, at, to)) >= 0) {
            return word(in, value, to, LogField.PROTO, line);
        }
        if ((value = HELO.after(in, at, to)) >= 0) {
            return address(in, value, to, LogField.HELO, line);
        }
        if ((value = SASL_METHOD.after(in, at, to)) >= 0) {
            return word(in, value, to, LogField.SASL_METHOD, line);
        }
        if ((value = SASL_USERNAME.after(in, at, to)) >= 0) {
            return word(in, value, to, LogField.SASL_USERNAME, line);
        }
        return wordEnd(in, at, to);
    }

    /// An address ends with a bracket that another pair or the end of the tail follows.
    private static int address(byte[] in, int at, int to, LogField field, LogLine line) {
        int close = Address.close(in, at, to);
        while (close >= 0 && !ends(in, close + 1, to)) {
            close = Scan.indexOf(in, close + 1, to, (byte) '>');
        }
        if (close < 0) {
            return -1;
        }
        line.set(field, at, close);
        return close + 1;
    }

    private static boolean ends(byte[] in, int at, int to) {
        return at == to || in[at] == ':' || key(in, at, to) >= 0;
    }

    private static int word(byte[] in, int at, int to, LogField field, LogLine line) {
        int end = wordEnd(in, at, to);
        line.set(field, at, end);
        return end;
    }

    private static int wordEnd(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] != ' ' && in[at] != ',' && in[at] != ':') {
            at++;
        }
        return at;
    }
}
