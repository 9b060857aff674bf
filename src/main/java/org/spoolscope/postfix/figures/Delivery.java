package org.spoolscope.postfix.figures;

import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// What can be told of a delivery agent's line.
final class Delivery {
    private static final String FORWARDED = "forwarded as ";
    private static final String QUEUED = "queued as ";

    private Delivery() {}

    /// Whether the recipient of a `sent` line is still to be delivered, by another message: it is
    /// forwarded, or was handed to a content filter on this machine.
    static boolean goesOn(LogLine line) {
        if (!line.has(LogField.REASON)) {
            return false;
        }
        byte[] bytes = line.bytes();
        int from = line.start(LogField.REASON);
        int to = line.end(LogField.REASON);
        if (isAt(FORWARDED, bytes, from, to)) {
            return true;
        }
        if (!line.is(LogField.RELAY_IP, "127.0.0.1") && !line.is(LogField.RELAY_IP, "::1")) {
            return false;
        }
        for (int i = to - QUEUED.length(); i >= from; i--) {
            if (bytes[i] == 'q' && isAt(QUEUED, bytes, i, to)) {
                return true;
            }
        }
        return false;
    }

    /// Behind the recipient's last `@`, or the address's end.
    static int domainFrom(LogLine line) {
        byte[] bytes = line.bytes();
        int from = line.start(LogField.TO);
        for (int i = line.end(LogField.TO) - 1; i >= from; i--) {
            if (bytes[i] == '@') {
                return i + 1;
            }
        }
        return line.end(LogField.TO);
    }

    private static boolean isAt(String text, byte[] bytes, int at, int to) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
