package org.spoolscope.postfix.log;

/// `to=<R>[, orig_to=<O>], relay=…, delay=…, delays=a/b/c/d, dsn=…, status=WORD (reason)`, as all
/// delivery agents write it (`src/global/log_adhoc.c`). Pairs are taken by name: 3.11 has `tls=`
/// among them, and others may follow.
///
/// Both ends are in strangers' hands: the recipient may be called `"x, status=sent (250 ok)"@…`,
/// the remote may say so in its reply. A quoted recipient ends with its quotes; one that needs none
/// ends with its bracket. Behind another, which Postfix before 3.5 logged without quotes, the pairs
/// may seem to begin more than once; then the first one counts whose reason's parenthesis is closed
/// by the last of the line, since that is the one Postfix put around the reason.
final class DeliveryLine {
    private static final Literal TO = Literal.of("to=<");
    private static final Literal RELAY = Literal.of(", relay=");
    private static final Literal ORIG_TO = Literal.of(", orig_to=<");
    private static final Literal ORIG_TO_INSIDE = Literal.of(">, orig_to=<");
    private static final Literal PAIRS_AGAIN = Literal.of(">, relay=");

    private DeliveryLine() {}

    /// Reads what stands behind the queue id.
    ///
    /// @return whether it is such a line
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int recipient = TO.after(in, at, to);
        if (recipient < 0) {
            return false;
        }
        line.event(LogEvent.DELIVERY);
        long before = line.present();
        int quoted =
                Address.isQuoted(in, recipient, to) ? Address.closeQuoted(in, recipient, to) : -1;
        if (quoted >= 0 && DeliveryPairs.parse(in, quoted + 1, to, line)) {
            line.set(LogField.TO, recipient, quoted);
            return true;
        }
        line.present(before);
        if (!unquoted(in, recipient, to, line)) {
            line.present(before);
            cut(in, recipient, to, quoted, line);
        }
        return true;
    }

    private static boolean unquoted(byte[] in, int recipient, int to, LogLine line) {
        long before = line.present();
        int last = -1;
        for (int close = next(in, recipient, to); close >= 0; close = next(in, close + 1, to)) {
            line.present(before);
            if (DeliveryPairs.parse(in, close + 1, to, line)) {
                int reason = line.start(LogField.REASON);
                if (PAIRS_AGAIN.in(in, reason, to) < 0
                        || Address.isPlain(in, recipient, close)
                        || closesAtEnd(in, reason, to)) {
                    recipients(in, recipient, close, line);
                    return true;
                }
                last = close;
            }
        }
        if (last >= 0) {
            line.present(before);
            DeliveryPairs.parse(in, last + 1, to, line);
            recipients(in, recipient, last, line);
        }
        return last >= 0;
    }

    /// The next bracket that closes and has pairs behind it, or -1.
    private static int next(byte[] in, int from, int to) {
        for (int close = Scan.indexOf(in, from, to, (byte) '>');
                close >= 0;
                close = Scan.indexOf(in, close + 1, to, (byte) '>')) {
            if (RELAY.at(in, close + 1, to) || ORIG_TO.at(in, close + 1, to)) {
                return close;
            }
        }
        return -1;
    }

    /// Whether the parenthesis before the reason is the one that the line's last one closes.
    private static boolean closesAtEnd(byte[] in, int reason, int to) {
        int depth = 1;
        for (int i = reason; i < to; i++) {
            if (in[i] == '(') {
                depth++;
            } else if (in[i] == ')' && --depth == 0) {
                return i == to - 1;
            }
        }
        return false;
    }

    /// The pairs may have been found behind the original recipient.
    private static void recipients(byte[] in, int from, int close, LogLine line) {
        int original = line.has(LogField.ORIG_TO) ? -1 : ORIG_TO_INSIDE.in(in, from, close);
        if (original >= 0) {
            line.set(LogField.TO, from, original);
            line.set(LogField.ORIG_TO, original + ORIG_TO_INSIDE.length(), close);
        } else {
            line.set(LogField.TO, from, close);
        }
    }

    /// A line that ends before its status, or inside the recipient. A status without the pairs that
    /// come before it may be a part of the recipient.
    private static void cut(byte[] in, int recipient, int to, int quoted, LogLine line) {
        line.cut(true);
        int close = quoted >= 0 ? quoted : Scan.until(in, recipient, to, (byte) '>');
        long before = line.present();
        DeliveryPairs.parse(in, Math.min(close + 1, to), to, line);
        if (!line.has(LogField.RELAY_HOST) || !line.has(LogField.DELAY)) {
            line.present(before);
        }
        line.set(LogField.TO, recipient, close);
    }
}
