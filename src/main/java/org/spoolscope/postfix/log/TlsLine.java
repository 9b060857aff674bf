package org.spoolscope.postfix.log;

/// `Trusted TLS connection established to H[ip]:25: TLSv1.3 with cipher …` and what else smtp,
/// smtpd and tlsproxy say of TLS. The other side is a client where the connection is `from` it, a
/// relay where it is `to` it.
final class TlsLine {
    private static final Literal CONNECTION = Literal.of(" TLS connection ");
    private static final Literal ESTABLISHED = Literal.of("established ");
    private static final Literal REUSED = Literal.of("reused ");
    private static final Literal FROM = Literal.of("from ");
    private static final Literal TO = Literal.of("to ");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal[] OTHERS = {
        Literal.of("setting up TLS connection "),
        Literal.of("SSL_accept"),
        Literal.of("SSL_connect"),
        Literal.of("SSL3 alert "),
        Literal.of("Host offered STARTTLS"),
        Literal.of("certificate verification "),
        Literal.of("Server certificate "),
        Literal.of("server certificate "),
        Literal.of("Peer certificate "),
        Literal.of("Cannot start TLS"),
        Literal.of("initializing the client-side TLS engine"),
        Literal.of("initializing the server-side TLS engine"),
        Literal.of("TLS SNI "),
        Literal.of("TLSv1"),
    };

    private TlsLine() {}

    /// Reads `in[at, to)`, with or without a queue id before it.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        int level = Scan.until(in, at, to, (byte) ' ');
        int connection = CONNECTION.after(in, level, to);
        if (connection >= 0 && connection(in, at, level, connection, to, line)) {
            return true;
        }
        for (Literal other : OTHERS) {
            if (other.at(in, at, to)) {
                line.event(LogEvent.TLS);
                line.set(LogField.TEXT, at, to);
                return true;
            }
        }
        return false;
    }

    private static boolean connection(
            byte[] in, int at, int level, int action, int to, LogLine line) {
        int side = Math.max(ESTABLISHED.after(in, action, to), REUSED.after(in, action, to));
        if (side < 0) {
            return false;
        }
        int client = FROM.after(in, side, to);
        int relay = TO.after(in, side, to);
        int peer = Math.max(client, relay);
        int colon = peer < 0 ? -1 : COLON.in(in, peer, to);
        if (colon < 0) {
            return false;
        }
        line.event(LogEvent.TLS);
        line.set(LogField.TLS, at, level);
        line.set(LogField.ACTION, action, side - 1);
        line.set(LogField.TEXT, colon + COLON.length(), to);
        if (client >= 0) {
            Peer.client(in, client, colon, line);
        } else {
            Relay.parse(in, relay, Scan.until(in, relay, colon, (byte) ' '), line);
        }
        return true;
    }
}
