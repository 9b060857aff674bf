package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.ssh.RemoteNet;

/// `check`, through the resolver of a server over SSH.
final class CheckCommandTest {
    private static final String SETTINGS =
            """
            instance\t/etc/postfix
            setting\tsmtp_bind_address\t192.0.2.10
            setting\tinet_protocols\tipv4
            setting\tmyhostname\tmail.example.org
            setting\tsmtp_helo_name\tmail.example.org
            setting\tmyorigin\texample.org
            setting\tmydomain\texample.org
            """;

    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private final TestingDns dns = TestingDns.start();
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        postfix.answer("resolver", 0, "conf\tnameserver 192.0.2.53\n", "");
        postfix.answer("sending", 0, SETTINGS, "");
        postfix.answer("network", 0, "", "");
        postfix.answer("log-sources", 0, "", "");
        cli = new TestingCli(folder, this::run);
        cli.server.forward(
                (host, port) -> host.equals("192.0.2.53") && port == 53 ? dns.address() : null);
        dns.name("mail.example.org", TestingAnswer.a("192.0.2.10"));
        dns.name("10.2.0.192.in-addr.arpa", TestingAnswer.lines("@ 60 IN PTR mail.example.org."));
    }

    @AfterEach
    void stop() {
        cli.close();
        dns.close();
    }

    @Test
    void tellsWhatIsBadFirstWithWhatToDoAndToCopy() {
        dns.name(
                "example.org",
                TestingAnswer.lines("@ 60 IN MX 10 mail.example.org.").txt("v=spf1 -all"));
        dns.name("_dmarc.example.org", TestingAnswer.lines().txt("v=DMARC1; p=reject"));
        dns.name("_mta-sts.example.org", TestingAnswer.code("SERVFAIL"));

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.err()).startsWith("No log file of mail1 could be read");
        assertThat(run.out()).isEqualTo(QueueCommandTest.resource("check.txt"));
        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
    }

    @Test
    void saysItInJson() {
        dns.name(
                "example.com",
                TestingAnswer.lines("@ 60 IN MX 10 mail.example.org.").txt("v=spf1"));
        dns.name(
                "_dmarc.example.com",
                TestingAnswer.lines().txt("v=DMARC1; p=reject; rua=mailto:d@example.com"));

        TestingCli.Run run =
                cli.run("check", "mail1", "--domain", "example.com", "--selector", "s1", "--json");

        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("\"check\":"))
                .hasSize(9)
                .contains(
                        "{\"server\":\"mail1\",\"subject\":\"example.com\",\"check\":\"spf\",\"result\":\"warning\",\"finding\":\"spf-neutral\",\"text\":\"SPF says nothing about 192.0.2.10 (neutral).\",\"advice\":\"It counts as no SPF at all. Add the address to the record.\",\"evidence\":[\"example.com TXT \\\"v=spf1\\\"\"],\"fix\":[\"example.com. IN TXT \\\"v=spf1 ip4:192.0.2.10\\\"\"],\"resolver\":\"192.0.2.53 of mail1, through SSH\"}",
                        "{\"server\":\"mail1\",\"subject\":\"mail.example.org\",\"check\":\"helo\",\"result\":\"good\",\"finding\":\"helo-good\",\"text\":\"The name leads to 192.0.2.10, which sends.\",\"evidence\":[\"mail.example.org A 192.0.2.10\",\"mail.example.org AAAA: no such record\"],\"resolver\":\"192.0.2.53 of mail1, through SSH\"}");
        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("\"list\":\"Spamhaus "))
                .allMatch(line -> line.startsWith("{\"server\":\"mail1\",\"ip\":\""))
                .hasSize(2);
        assertThat(run.out())
                .startsWith(
                        "{\"server\":\"mail1\",\"subject\":\"s1._domainkey.example.com\",\"check\":\"dkim\",\"result\":\"bad\"");
    }

    @Test
    void isContentWhenNothingIsBad() {
        dns.name(
                "example.org",
                TestingAnswer.lines("@ 60 IN MX 10 mail.example.org.")
                        .txt("v=spf1 ip4:192.0.2.10 -all"));

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("\n1 warning, 3 notes, 4 good\n");
    }

    @Test
    void anAddressThatIsListedIsBad() {
        dns.name(
                "example.org",
                TestingAnswer.lines("@ 60 IN MX 10 mail.example.org.")
                        .txt("v=spf1 ip4:192.0.2.10 -all"));
        dns.name("2.0.0.127.zen.spamhaus.org", TestingAnswer.a("127.0.0.2"));
        dns.name("10.2.0.192.zen.spamhaus.org", TestingAnswer.a("127.0.0.4"));

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.out())
                .contains(
                        "192.0.2.10: listed by 1 of 1 lists that answered",
                        "listed   Spamhaus ZEN",
                        "XBL: taken over");
    }

    @Test
    void checksTheDomainsAndSelectorsOfTheLog() throws IOException {
        log(
                """
                Mar  1 10:00:01 mail1 postfix/submission/smtpd[8]: 3A9B720C601: client=home.example.net[192.0.2.7]
                Mar  1 10:00:01 mail1 opendkim[811]: 3A9B720C601: DKIM-Signature field added (s=mail, d=shop.example)
                Mar  1 10:00:01 mail1 postfix/qmgr[2]: 3A9B720C601: from=<joe@shop.example>, size=4711, nrcpt=1 (queue active)
                """);

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\nshop.example\n", "\nmail._domainkey.shop.example\n")
                .doesNotContain("example.net");
    }

    @Test
    void behindANatReceiversSayInTheLogWhatTheySee() throws IOException {
        behindANat();
        log(
                """
                Mar  1 10:00:01 mail1 postfix/smtp[2]: 3A9B720C601: to=<a@one.example>, relay=mx1.one.example[198.51.100.1]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx1.one.example[198.51.100.1] said: 550 5.7.1 Client host [192.0.2.10] blocked using zen.spamhaus.org (in reply to RCPT TO command))
                Mar  1 10:00:02 mail1 postfix/smtp[2]: 3A9B720C602: to=<b@one.example>, relay=mx2.one.example[198.51.100.2]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx2.one.example[198.51.100.2] said: 550 5.7.1 Client host [192.0.2.10] blocked using zen.spamhaus.org (in reply to RCPT TO command))
                Mar  1 10:00:03 mail1 postfix/smtp[2]: 3A9B720C603: to=<c@two.example>, relay=none, delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (host mx.two.example[198.51.100.3] refused to talk to me: 421 Your IP 192.0.2.77 is throttled)
                Mar  1 10:00:04 mail1 postfix/smtp[2]: 3A9B720C604: to=<d@three.example>, relay=mx.three.example[198.51.100.4]:25, delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (host mx.three.example[198.51.100.4] said: 450 Your IP 192.0.2.10 is greylisted (in reply to RCPT TO command))
                """);
        dns.name("2.0.0.127.zen.spamhaus.org", TestingAnswer.a("127.0.0.2"));
        dns.name("10.2.0.192.zen.spamhaus.org", TestingAnswer.a("127.0.0.4"));

        TestingCli.Run run = cli.run("check", "mail1", "--domain", "example.org");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        """
                        Mail is sent from 192.0.2.10 (quoted in the log by 2 receivers, such as one.example: "Client host [192.0.2.10] blocked").
                        Mail is sent from 192.0.2.77 (quoted in the log by two.example: "Your IP 192.0.2.77").
                        10.0.0.5 is private:\
                        """,
                        "192.0.2.10: listed by 1 of 1 lists",
                        "\n192.0.2.77\n");
    }

    @Test
    void behindANatWithoutALogItIsSaidOnceWhatIsNotKnown() {
        behindANat();

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.err())
                .startsWith("No log file of mail1 could be read: which address receivers see")
                .hasLineCount(1);
    }

    @Test
    void saysWhatWouldLetAskTheResolver() {
        cli.server.forward(RemoteNet.FORBIDDEN);

        TestingCli.Run run = cli.run("check", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_ALLOWED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("The resolver of mail1 can't be asked from here: 192.0.2.53 of mail1")
                .contains("      PermitOpen 192.0.2.53:53\n");
    }

    private void behindANat() {
        postfix.answer("sending", 0, SETTINGS.replace("192.0.2.10", ""), "");
        postfix.answer(
                "network", 0, "route4\t203.0.113.1 via 10.0.0.1 dev eth0 src 10.0.0.5 uid 0\n", "");
    }

    /// What the server's log file has.
    private void log(String lines) throws IOException {
        Path log = Files.writeString(folder.resolve("mail.log"), lines);
        postfix.answer(
                "log-sources",
                0,
                "user\tops\nfile\tconfigured\t" + log + "\tread\t1\t2\tadm\n",
                "");
    }

    /// The log is read by the real script, everything else is told.
    private int run(String line, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        if (!line.contains("' spoolscope-log-read")) {
            return postfix.run(line, in, out, err);
        }
        Process process = new ProcessBuilder("sh", "-c", line).start();
        Thread asking = Thread.ofVirtual().start(() -> copy(in, process.getOutputStream()));
        copy(process.getInputStream(), out);
        asking.interrupt();
        process.destroy();
        return 0;
    }

    private static void copy(InputStream from, OutputStream to) {
        try {
            byte[] some = new byte[8192];
            for (int n = from.read(some); n >= 0; n = from.read(some)) {
                to.write(some, 0, n);
                to.flush();
            }
            to.close();
        } catch (IOException _) {
            // The other side has ended.
        }
    }
}
