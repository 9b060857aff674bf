package org.spoolscope.postfix.log;

/// `addr IP listed by domain ZONE as 127.0.0.2`: of an inbound client, not of this server.
final class DnsblogLine {
    private static final Literal ADDR = Literal.of("addr ");
    private static final Literal LISTED = Literal.of(" listed by domain ");
    private static final Literal BLOCKED = Literal.of(" blocked by domain ");

    private DnsblogLine() {}

    /// Reads a message without a queue id; the zone and its answer become the text.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int address = ADDR.after(in, at, to);
        int end = address < 0 ? -1 : Scan.until(in, address, to, (byte) ' ');
        int zone =
                address < 0 ? -1 : Math.max(LISTED.after(in, end, to), BLOCKED.after(in, end, to));
        if (zone < 0) {
            return false;
        }
        line.event(LogEvent.DNSBL);
        line.set(LogField.CLIENT_IP, address, end);
        line.set(LogField.TEXT, zone, to);
        return true;
    }
}
