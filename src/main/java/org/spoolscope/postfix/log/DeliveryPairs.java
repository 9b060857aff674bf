package org.spoolscope.postfix.log;

/// The `, key=value` pairs behind a recipient, up to the status and its reason.
final class DeliveryPairs {
    private static final Literal RELAY = Literal.of("relay=");
    private static final Literal DELAY = Literal.of("delay=");
    private static final Literal DELAYS = Literal.of("delays=");
    private static final Literal DSN = Literal.of("dsn=");
    private static final Literal STATUS = Literal.of("status=");
    private static final Literal CONN_USE = Literal.of("conn_use=");
    private static final Literal TLS = Literal.of("tls=");
    private static final Literal ORIG_TO = Literal.of("orig_to=<");
    private static final Literal FORWARDED = Literal.of("forwarded as ");
    private static final LogField[] STAGES = {
        LogField.DELAY_A, LogField.DELAY_B, LogField.DELAY_C, LogField.DELAY_D
    };

    private DeliveryPairs() {}

    /// Reads the pairs into the line, as many as there are.
    ///
    /// @return whether they are whole: relay, delay and status, and the parenthesis behind it
    static boolean parse(byte[] in, int from, int to, LogLine line) {
        int at = from;
        while (at + 1 < to && in[at] == ',' && in[at + 1] == ' ') {
            at += 2;
            if (Scan.isAt(in, at, to, 's') && STATUS.at(in, at, to)) {
                return status(in, at + STATUS.length(), to, line)
                        && line.has(LogField.RELAY_HOST)
                        && line.has(LogField.DELAY);
            }
            at = at == to ? to : pair(in, at, to, line);
        }
        return false;
    }

    private static int pair(byte[] in, int at, int to, LogLine line) {
        int value;
        switch (in[at]) {
            case 'r' -> {
                if ((value = RELAY.after(in, at, to)) >= 0) {
                    int end = end(in, value, to);
                    Relay.parse(in, value, end, line);
                    return end;
                }
            }
            case 'd' -> {
                if ((value = DELAY.after(in, at, to)) >= 0) {
                    return decimal(in, value, to, LogField.DELAY, line);
                }
                if ((value = DELAYS.after(in, at, to)) >= 0) {
                    return stages(in, value, to, line);
                }
                if ((value = DSN.after(in, at, to)) >= 0) {
                    return decimal(in, value, to, LogField.DSN, line);
                }
            }
            case 'o' -> {
                if ((value = ORIG_TO.after(in, at, to)) >= 0) {
                    return original(in, value, to, line);
                }
            }
            case 'c' -> {
                if ((value = CONN_USE.after(in, at, to)) >= 0) {
                    return text(in, value, to, LogField.CONN_USE, line);
                }
            }
            case 't' -> {
                if ((value = TLS.after(in, at, to)) >= 0) {
                    return text(in, value, to, LogField.TLS, line);
                }
            }
            default -> {}
        }
        return end(in, at, to);
    }

    private static int text(byte[] in, int at, int to, LogField field, LogLine line) {
        int end = end(in, at, to);
        line.set(field, at, end);
        return end;
    }

    /// The comma and blank behind a value.
    private static int end(byte[] in, int at, int to) {
        int comma = Scan.until(in, at, to, (byte) ',');
        while (comma < to && !Scan.isAt(in, comma + 1, to, ' ')) {
            comma = Scan.until(in, comma + 1, to, (byte) ',');
        }
        return comma;
    }

    private static int decimal(byte[] in, int at, int to, LogField field, LogLine line) {
        int end = Scan.decimal(in, at, to);
        line.set(field, at, end);
        return end;
    }

    private static int stages(byte[] in, int from, int to, LogLine line) {
        int at = from;
        for (LogField stage : STAGES) {
            int end = decimal(in, at, to, stage, line);
            if (!Scan.isAt(in, end, to, '/')) {
                return end;
            }
            at = end + 1;
        }
        return at;
    }

    private static int original(byte[] in, int at, int to, LogLine line) {
        int close = Address.close(in, at, to);
        while (close >= 0 && !Scan.isAt(in, close + 1, to, ',')) {
            close = Scan.indexOf(in, close + 1, to, (byte) '>');
        }
        line.set(LogField.ORIG_TO, at, close < 0 ? to : close);
        return close < 0 ? to : close + 1;
    }

    private static boolean status(byte[] in, int at, int to, LogLine line) {
        int end = Scan.until(in, at, to, (byte) ' ');
        line.set(LogField.STATUS, at, end);
        if (!Scan.isAt(in, end + 1, to, '(')) {
            line.cut(true);
            return false;
        }
        boolean closed = in[to - 1] == ')';
        int reason = end + 2;
        int reasonEnd = closed ? to - 1 : to;
        line.cut(!closed);
        line.set(LogField.REASON, reason, reasonEnd);
        RemoteReply.parse(in, reason, reasonEnd, line);
        int child = FORWARDED.after(in, reason, reasonEnd);
        if (child >= 0) {
            line.set(LogField.NEW_ID, child, reasonEnd);
        }
        return true;
    }
}
