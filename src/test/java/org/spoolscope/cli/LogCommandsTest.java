package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.HostileText;

/// `events` and `summary`.
class LogCommandsTest {
    private static final List<String> LINES =
            List.of(
                    "Feb  8 10:38:17 mail postfix/submission/smtpd[4711]: 3A9B720C620: client=home.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=alice",
                    "Feb  8 10:38:17 mail kernel: hello",
                    "2026-02-08T10:38:18.250000+01:00 mail postfix/qmgr[2]: 3A9B720C620: from=<alice@example.org>, size=1234, nrcpt=1 (queue active)",
                    "2026-02-08T10:38:19+01:00 mail postfix/smtp[3]: 3A9B720C620: to=<\"x, status=sent\u202e\"@example.com>, relay=mx.example.com[192.0.2.8]:25, delay=1.5, delays=0.1/0/0.4/1, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.8] said: 550 5.1.1 no (in reply to RCPT TO command))",
                    "Feb  8 10:38:20 mail postfix/smtpd[4]: never heard of");

    @TempDir Path folder;
    private TestingCli cli;
    private String log = "";

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, new TestingPostfix());
        log = folder.resolve("mail.log").toString();
        Files.write(Path.of(log), LINES);
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @Test
    void eventsAsJson() {
        TestingCli.Run run = cli.run("events", "--json", log);

        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"time\":\"2026-02-08T10:38:17+01:00\",\"host\":\"mail\",\"program\":\"postfix/submission/smtpd\",\"pid\":4711,\"event\":\"client\",\"id\":\"3A9B720C620\",\"client\":{\"name\":\"home.example.net\",\"ip\":\"192.0.2.7\"},\"sasl_method\":\"PLAIN\",\"sasl_username\":\"alice\"}",
                        "{\"time\":\"2026-02-08T10:38:18.250000+01:00\",\"host\":\"mail\",\"program\":\"postfix/qmgr\",\"pid\":2,\"event\":\"queued\",\"id\":\"3A9B720C620\",\"from\":\"alice@example.org\",\"size\":1234,\"nrcpt\":1}",
                        "{\"time\":\"2026-02-08T10:38:19+01:00\",\"host\":\"mail\",\"program\":\"postfix/smtp\",\"pid\":3,\"event\":\"delivery\",\"id\":\"3A9B720C620\",\"to\":\"\\\"x, status=sent\\u202e\\\"@example.com\",\"relay\":{\"host\":\"mx.example.com\",\"ip\":\"192.0.2.8\",\"port\":25},\"delay\":1.5,\"delays\":[0.1,0,0.4,1],\"dsn\":\"5.1.1\",\"status\":\"bounced\",\"reason\":\"host mx.example.com[192.0.2.8] said: 550 5.1.1 no (in reply to RCPT TO command)\",\"remote\":{\"host\":\"mx.example.com\",\"ip\":\"192.0.2.8\",\"code\":550,\"dsn\":\"5.1.1\",\"text\":\"no\",\"command\":\"RCPT TO\"}}",
                        "{\"time\":\"2026-02-08T10:38:20+01:00\",\"host\":\"mail\",\"program\":\"postfix/smtpd\",\"pid\":4,\"event\":\"other\",\"text\":\"never heard of\"}");
        assertThat(run.err())
                .isEqualTo(
                        "Events: 4, of them 1 that no rule knows. Lines that are not Postfix's: 1.\n");
    }

    /// Format characters beyond the basic plane too, each as its two halves.
    @Test
    void nothingInJsonSteersATerminal() throws IOException {
        String hostile = "\u001b[1m \u009b \u202e \u2028 \"\\ \udb40\udc41 \ud83d\ude00";
        Files.writeString(
                Path.of(log),
                "Feb  8 10:38:17 mail postfix/cleanup[1]: 3A9B720C620: message-id=<"
                        + hostile
                        + ">");

        String json = cli.run("events", "--json", log).out();

        assertThat(HostileText.rawIn(json)).isEmpty();
        assertThat(json)
                .contains(
                        "\"message_id\":\"\\u001b[1m \\u009b \\u202e \\u2028 \\\"\\\\ \\udb40\\udc41"
                                + " \ud83d\ude00\"}");
    }

    @Test
    void eventsForPeople() {
        TestingCli.Run run = cli.run("events", log);

        assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "TIME | HOST | PROGRAM | EVENT | ID | MESSAGE",
                        "2026-02-08 10:38:17 | mail | postfix/submission/smtpd | client | 3A9B720C620 | client=home.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=alice",
                        "2026-02-08 10:38:18 | mail | postfix/qmgr | queued | 3A9B720C620 | from=<alice@example.org>, size=1234, nrcpt=1 (queue active)",
                        "2026-02-08 10:38:19 | mail | postfix/smtp | delivery | 3A9B720C620 | to=<\"x, status=sent⟨U+202E⟩\"@example.com>, relay=mx.example.com[192.0.2.8]:25, delay=1.5, delays=0.1/0/0.4/1, dsn=5.1.1, status=bounced (host mx.example.com[19…",
                        "2026-02-08 10:38:20 | mail | postfix/smtpd | other | never heard of");
    }

    @Test
    void theZoneOfYearlessTimesCanBeNamed() {
        TestingCli.Run run = cli.run("events", "--json", "--zone", "America/New_York", log);

        assertThat(run.out()).startsWith("{\"time\":\"2026-02-08T16:38:17+01:00\"");
        assertThat(cli.run("events", "--zone", "Mars/Olympus", log))
                .isEqualTo(
                        new TestingCli.Run(
                                2,
                                "",
                                "spoolscope: \"Mars/Olympus\" is no time zone; write such as Europe/Oslo or +02:00\n"));
    }

    @Test
    void summaryAsJson() {
        TestingCli.Run run = cli.run("summary", "--json", log);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "{\"lines\":5,\"foreign\":1,\"other\":1,\"received\":1,\"delivered\":0,\"forwarded\":0,\"deferred\":0,\"deferrals\":0,\"bounced\":1,\"rejected\":0,\"reject_warnings\":0,\"held\":0,\"discarded\":0,\"bytes_received\":1234,\"bytes_delivered\":0,\"senders\":1,\"recipients\":0,\"first\":\"2026-02-08T10:38:17+01:00\",\"last\":\"2026-02-08T10:38:20+01:00\",\"top_senders\":[{\"sender\":\"alice@example.org\",\"count\":1}],\"top_recipients\":[],\"top_domains\":[],\"top_deferrals\":[],\"top_bounces\":[{\"reason\":\"550 5.1.1 no\",\"count\":1}],\"top_rejects\":[]}\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void summaryForPeople() {
        TestingCli.Run run = cli.run("summary", log);

        assertThat(run.out())
                .contains(
                        "Received                1\n",
                        "Bounced                 1\n",
                        "Not understood          1\n")
                .endsWith(
                        "Senders, by messages received\n  1  alice@example.org\n\nWhy mail bounced\n  1  550 5.1.1 no\n");
    }

    /// Goal H2: a line of 100 MB, NULs, and line ends of both kinds.
    @Test
    void whatIsNoTextIsReadPast() throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(log))) {
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            out.write((LINES.get(2) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(
                    "Feb  8 10:38:18 mail postfix/cleanup[1]: 3A9B720C620: message-id=<"
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write(
                    ("\n\0\0\0\n" + LINES.get(3) + "\r\n\r\n" + LINES.get(4) + "\0")
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(cli.run("events", "--json", log).err())
                .isEqualTo(
                        "Events: 4, of them 1 that no rule knows. Lines that are not Postfix's: 2.\n");
        assertThat(cli.run("summary", "--json", log).out())
                .contains("\"lines\":6,", "\"bounced\":1", "\"other\":1,");
        assertThat(cli.run("trace", "--json", "--file", log, "3A9B720C620").out())
                .contains("\"step\":\"active\"", "\"status\":\"bounced\"");
    }

    /// Goal H4: half a megabyte that would be 500.
    @Test
    void aBombIsSaidToBeOne() throws IOException {
        Path bomb = folder.resolve("mail.log.2.gz");
        byte[] first = zipped(LINES.get(2).getBytes(StandardCharsets.UTF_8));
        byte[] part = zipped(new byte[10 << 20]);
        try (OutputStream out = Files.newOutputStream(bomb)) {
            out.write(first);
            out.write(zipped(new byte[] {'\n'}));
            for (int i = 0; i < 50; i++) {
                out.write(part);
            }
        }
        String said = "it unpacks to more than 100 times its size, which no log does";

        TestingCli.Run run = cli.run("summary", "--json", bomb.toString(), log);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("\"bytes_received\":1234", "\"bounced\":1");
        assertThat(run.err()).contains(bomb + ": could not be read to its end: " + said);
        assertThat(cli.run("events", bomb.toString()).err()).contains(said);
        assertThat(cli.run("trace", "--file", bomb.toString(), log, "3A9B720C620").err())
                .contains(said);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /// The others are read all the same.
    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path damaged = folder.resolve("damaged.gz");
        Files.write(damaged, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1});

        TestingCli.Run run =
                cli.run(
                        "summary",
                        "--json",
                        "--top",
                        "0",
                        folder + "/none",
                        log,
                        damaged.toString(),
                        folder.toString(),
                        log);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).startsWith("{\"lines\":10,");
        assertThat(run.err().lines())
                .hasSize(3)
                .first()
                .isEqualTo(folder + "/none: could not be read to its end: there is no such file");
    }

    @Test
    void wrongUsage() {
        assertThat(cli.run("summary").status()).isEqualTo(2);
        assertThat(cli.run("summary").err()).contains("Missing required parameter: 'FILE'");
        assertThat(cli.run("summary", "--top", "-1", log).err())
                .isEqualTo("spoolscope: --top must be 0 to 1000, not -1\n");
    }
}
