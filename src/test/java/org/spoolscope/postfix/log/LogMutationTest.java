package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged and spoofed lines, the same ones at each run.
class LogMutationTest {
    private static final int DAMAGED = 300_000;
    private static final int SPOOFED = 20_000;
    private static final String[] SCRAPS = {
        ">",
        "<",
        "(",
        ")",
        "\\",
        ", ",
        "; ",
        " ",
        "@",
        "[",
        "]",
        ":",
        "=",
        ">, relay=",
        "status=sent (",
        ", delay=1",
        ", delays=0/0/0/1",
        ", dsn=2.0.0",
        ", status=sent (250 ok)",
        "; from=<",
        "> to=<",
        "> proto=ESMTP helo=<",
        ">, size=1, nrcpt=1 (queue active)",
        ">, orig_to=<",
        "relay=a[192.0.2.9]:25",
        "é",
        "x@evil.example",
        "3A9B720C620: ",
        " (in reply to RCPT TO command)",
        "to=<"
    };

    private final Random random = new Random(20_261_125);

    @Test
    void damageNeverThrowsAndNeverLeavesTheLine() {
        List<byte[]> lines =
                Corpus.lines().stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
        LogParser parser = new LogParser(Corpus.OSLO, Corpus.CLOCK);
        LogLine line = new LogLine();
        for (int i = 0; i < DAMAGED; i++) {
            byte[] bytes = damage(lines.get(random.nextInt(lines.size())));
            int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : 0;
            int to =
                    random.nextInt(8) == 0
                            ? from + random.nextInt(bytes.length - from + 1)
                            : bytes.length;

            parser.parse(bytes, from, to, line);

            check(line, from, to);
        }
    }

    private static void check(LogLine line, int from, int to) {
        for (LogField field : LogField.values()) {
            boolean inside =
                    !line.has(field)
                            || from <= line.start(field)
                                    && line.start(field) <= line.end(field)
                                    && line.end(field) <= to;
            if (!inside) {
                throw new AssertionError(
                        field
                                + " "
                                + line.start(field)
                                + ".."
                                + line.end(field)
                                + " of "
                                + from
                                + ".."
                                + to
                                + " in "
                                + new String(line.bytes(), StandardCharsets.ISO_8859_1));
            }
        }
    }

    /// Since Postfix 3.5 such addresses are quoted: nothing in them counts.
    @Test
    void aQuotedRecipientCannotChangeWhatBecameOfIt() {
        for (int i = 0; i < SPOOFED; i++) {
            String recipient = "\"" + scraps().replace("\\", "\\\\") + "\"@evil.example";
            String status = random.nextBoolean() ? "bounced" : "deferred";
            String reason = "host mx[192.0.2.1] said: 450 " + scraps();

            LogLine line =
                    Corpus.parse(
                            "Nov  8 10:38:17 mail postfix/smtp[1]: 3A9B720C620: to=<"
                                    + recipient
                                    + ">, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.0.0,"
                                    + " status="
                                    + status
                                    + " ("
                                    + reason
                                    + ")");

            assertThat(line.text(LogField.STATUS)).as(recipient).isEqualTo(status);
            assertThat(line.text(LogField.TO)).isEqualTo(recipient);
            assertThat(line.text(LogField.REASON)).isEqualTo(reason);
        }
    }

    /// Before, they were not. The reason is Postfix's own where no remote was asked. One that
    /// begins with a whole address looks like that address.
    @Test
    void anUnquotedRecipientCannotEither() {
        for (int i = 0; i < SPOOFED; i++) {
            String recipient = "x" + scraps().replace("@", "") + "@evil.example";
            LogLine line =
                    Corpus.parse(
                            "Nov  8 10:38:17 mail postfix/smtp[1]: 3A9B720C620: to=<"
                                    + recipient
                                    + ">, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1,"
                                    + " status=deferred (connect to mx[192.0.2.1]:25: refused)");

            assertThat(line.text(LogField.STATUS)).as(recipient).isEqualTo("deferred");
        }
    }

    /// Whatever else the remote says, and wherever the line is cut.
    @Test
    void aReplyCannotEither() {
        for (int i = 0; i < SPOOFED; i++) {
            String start =
                    "Nov  8 10:38:17 mail postfix/smtp[1]: 3A9B720C620: to=<b@example.org>,"
                            + " relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.0.0,"
                            + " status=deferred (host mx[192.0.2.1] said: 450 ";
            String line = start + scraps() + " (in reply to RCPT TO command))";
            int end = start.length() + random.nextInt(line.length() - start.length() + 1);

            LogLine parsed = Corpus.parse(line.substring(0, end));

            assertThat(parsed.text(LogField.STATUS)).as(line).isEqualTo("deferred");
            assertThat(parsed.text(LogField.TO)).isEqualTo("b@example.org");
        }
    }

    @Test
    void aQuotedSenderCannotChangeARejectOrAQueueLine() {
        for (int i = 0; i < SPOOFED; i++) {
            String sender = "\"" + scraps().replace("\\", "\\\\") + "\"@evil.example";
            LogLine queued =
                    Corpus.parse(
                            "Nov  8 10:38:17 mail postfix/qmgr[1]: 3A9B720C620: from=<"
                                    + sender
                                    + ">, size=99, nrcpt=7 (queue active)");
            LogLine rejected =
                    Corpus.parse(
                            "Nov  8 10:38:17 mail postfix/smtpd[1]: NOQUEUE: reject: RCPT from"
                                    + " a[192.0.2.1]: 554 5.7.1 <b@example.org>: no; from=<"
                                    + sender
                                    + "> to=<b@example.org> proto=ESMTP helo=<h>");

            assertThat(queued.text(LogField.FROM)).isEqualTo(sender);
            assertThat(queued.number(LogField.SIZE, 0)).isEqualTo(99);
            assertThat(rejected.text(LogField.FROM)).as(sender).isEqualTo(sender);
            assertThat(rejected.text(LogField.HELO)).isEqualTo("h");
        }
    }

    private String scraps() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
        }
        return text.toString();
    }

    private byte[] damage(byte[] good) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            byte[] scrap = SCRAPS[random.nextInt(SCRAPS.length)].getBytes(StandardCharsets.UTF_8);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 ->
                        bytes =
                                spliced(
                                        bytes,
                                        at,
                                        Math.min(bytes.length, at + random.nextInt(30)),
                                        scrap);
                case 3 -> bytes = spliced(bytes, at, at, scrap);
                default ->
                        bytes =
                                spliced(
                                        bytes,
                                        at,
                                        Math.min(bytes.length, at + random.nextInt(30)),
                                        new byte[0]);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }
}
