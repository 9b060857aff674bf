package org.spoolscope.postfix.log;

/// What the SMTP and LMTP clients say before they are done with a recipient: a host that could not
/// be reached or refused, after which the next one is tried. A trouble without a severity.
final class SmtpLine {
    private static final Literal PIX = Literal.of("enabling PIX workarounds: ");
    private static final Literal FOR = Literal.of(" for ");

    private SmtpLine() {}

    /// Reads `in[at, to)`, with or without a queue id before it.
    static boolean parse(byte[] in, int at, int to, LogLine line) {
        if (TlsLine.parse(in, at, to, line)) {
            return true;
        }
        if (!Scan.isDigit(in[at]) && RemoteReply.parse(in, at, to, line)) {
            line.event(LogEvent.WARNING);
            line.set(LogField.TEXT, at, to);
            return true;
        }
        if (!PIX.at(in, at, to)) {
            return false;
        }
        line.event(LogEvent.WARNING);
        line.set(LogField.TEXT, at, to);
        int peer = FOR.lastIn(in, at, to);
        if (peer >= 0) {
            Peer.remote(in, peer + FOR.length(), to, line);
        }
        return true;
    }
}
