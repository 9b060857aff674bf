package org.spoolscope.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks SMTP to one of the lab's instances, over a plain socket and without any manners. Text is
/// bytes, one char each.
final class SmtpClient implements AutoCloseable {
    /// Ports above the lab's own.
    static final int DEFAULT = 1;

    static final int OUT = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    SmtpClient(Lab lab, int instance) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), lab.port + instance);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        must("220", reply());
    }

    /// Says hello, then sends one message, which must be accepted.
    ///
    /// @return the queue id that it was given
    String send(String from, String messageId, String... recipients) throws IOException {
        must("250", command("EHLO client.example"));
        must("250", command("MAIL FROM:<" + from + ">"));
        for (String recipient : recipients) {
            must("250", command("RCPT TO:<" + recipient + ">"));
        }
        must("354", command("DATA"));
        String queued =
                command(
                        "Message-ID: <"
                                + messageId
                                + ">\r\nSubject: lab\r\n\r\nSent by a test.\r\n.");
        must("250", queued);
        return queued.substring(queued.lastIndexOf(' ') + 1);
    }

    /// Sends a message as it is, in a transaction of its own.
    ///
    /// @return the queue id that it was given; empty when it was turned away
    String send(HostileMail mail) throws IOException {
        var _ = command("RSET");
        var _ = command("EHLO " + mail.helo());
        boolean isAscii = (mail.from() + mail.to()).chars().allMatch(c -> c < 0x80);
        var _ = command("MAIL FROM:<" + mail.from() + ">" + (isAscii ? "" : " SMTPUTF8"));
        if (!command("RCPT TO:<" + mail.to() + ">").startsWith("2")) {
            return "";
        }
        must("354", command("DATA"));
        String queued = command(mail.header() + "\r\n\r\nSent by a test.\r\n.");
        return queued.startsWith("2") ? queued.substring(queued.lastIndexOf(' ') + 1) : "";
    }

    /// Sends a line and returns the last line of the reply, whatever it is.
    String command(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return reply();
    }

    private String reply() throws IOException {
        String line;
        do {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int b = in.read();
            for (; b >= 0 && b != '\n'; b = in.read()) {
                bytes.write(b);
            }
            line = bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            if (b < 0) {
                throw new IOException("hung up after " + line);
            }
        } while (line.length() > 3 && line.charAt(3) == '-');
        return line;
    }

    private static void must(String code, String reply) throws IOException {
        if (!reply.startsWith(code)) {
            throw new IOException("answered: " + reply);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
