package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
    private static final String FIRST =
            """
            Feb  1 10:00:01 mail1 postfix/smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
            Feb  1 10:00:01 mail1 postfix/cleanup[9]: AAAAAA1: message-id=<m1@example.org>
            Feb  1 10:00:01 mail1 postfix/qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
            """;
    private static final String SECOND =
            """
            Feb  1 10:05:02 mail1 postfix/smtp[11]: AAAAAA1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=301, delays=300/0/0.4/0.6, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 no such \u202euser (in reply to RCPT TO command))
            Feb  1 10:05:02 mail1 postfix/bounce[5]: AAAAAA1: sender non-delivery notification: DDDDDD1
            Feb  1 10:05:02 mail1 postfix/qmgr[2]: AAAAAA1: removed
            Feb  1 10:05:02 mail1 postfix/qmgr[2]: DDDDDD1: from=<>, size=6000, nrcpt=1 (queue active)
            """;

    @TempDir private Path folder;
    private TestingCli cli;
    private Path first;
    private Path second;

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, new TestingPostfix());
        first = folder.resolve("mail.log.1.gz");
        second = folder.resolve("mail.log");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(first))) {
            out.write(FIRST.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(second, SECOND.strip());
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @Test
    void showsTheTimeline() {
        TestingCli.Run run =
                cli.run("trace", "--file", first.toString(), second.toString(), "m1@example.org");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        mail1 postfix AAAAAA1  bounced
                          from joe@example.org · message-id m1@example.org · 4.6 KB · 1 recipients
                          2026-02-01
                          10:00:01.000  received     client=client.example.org[192.0.2.5]
                          10:00:01.000  Message-ID   message-id=<m1@example.org>
                          10:00:01.000  active       from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
                          10:05:02.000  bounced      a@example.net via mx.example.net[192.0.2.1]:25 after 301.0 s (300.0 s / 0.0 ms / 400 ms / 600 ms): host mx.example.net[192.0.2.1] said: 550 5.1.1 no such ⟨U+202E⟩user (in reply to RCPT TO command)
                          10:05:02.000  notified     sender non-delivery notification: DDDDDD1
                          10:05:02.000  removed      removed
                          └ notification: mail1 postfix DDDDDD1  in the queue
                            from <> · 5.9 KB · 1 recipients
                            2026-02-01
                            10:05:02.000  active       from=<>, size=6000, nrcpt=1 (queue active)
                        """);
        assertThat(run.status()).isZero();
    }

    @Test
    void writesAnObjectPerMessage() {
        TestingCli.Run run =
                cli.run(
                        "trace",
                        "DDDDDD1",
                        "--json",
                        "--file",
                        first.toString(),
                        second.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().toList().getFirst())
                .startsWith(
                        "{\"server\":\"mail1\",\"instance\":\"postfix\",\"id\":\"AAAAAA1\",\"message_id\":\"m1@example.org\",\"from\":\"joe@example.org\",\"client\":\"client.example.org[192.0.2.5]\",\"size\":4711,\"nrcpt\":1,\"outcome\":\"bounced\",\"steps\":[{\"time\":\"2026-02-01T10:00:01+01:00\",\"step\":\"received\",\"line\":1,")
                .contains(
                        "\"to\":\"a@example.net\",\"relay\":\"mx.example.net[192.0.2.1]:25\",\"status\":\"bounced\",\"dsn\":\"5.1.1\"",
                        "\"delay\":301,\"delays\":{\"a\":300,\"b\":0,\"c\":0.4,\"d\":0.6}");
        assertThat(run.out().lines().toList().getLast())
                .contains(
                        "\"id\":\"DDDDDD1\",\"parent\":\"AAAAAA1\",\"relation\":\"notification\"");
    }

    @Test
    void saysThatThereIsNothing() {
        TestingCli.Run run = cli.run("trace", "--file", second.toString(), "ZZZZZZ9");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.err()).contains("There is no line about ZZZZZZ9");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(cli.run("trace", "AAAAAA1").err()).contains("--file FILE");
        assertThat(cli.run("trace", "--file", second.toString()).err())
                .contains("what to look for");
        TestingCli.Run run =
                cli.run("trace", "--file", folder.resolve("none").toString(), "AAAAAA1");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("none");
    }
}
