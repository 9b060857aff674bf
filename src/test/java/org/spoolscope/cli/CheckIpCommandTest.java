package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingDns;

final class CheckIpCommandTest {
    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private TestingCli cli;
    private Path lists;
    private final TestingDns dns = TestingDns.start();

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, postfix);
        lists = folder.resolve("lists.toml");
        Files.writeString(
                lists,
                """
                [[list]]
                name = "Good BL"
                zone = "good.test"
                codes = { "127.0.0.2" = "spam source", "127.0.0.10" = "dynamic address" }
                policy = ["127.0.0.10"]
                delist = "https://good.test/remove?ip={ip}"

                [[list]]
                name = "Refusing BL"
                zone = "refusing.test"

                [[list]]
                name = "Six BL"
                zone = "six.test"
                ipv4 = false
                ipv6 = true
                """);
        dns.blocklist("good.test")
                .name(
                        "10.2.0.192.good.test",
                        TestingAnswer.a("127.0.0.2").txt("seen in \u202e traps"))
                .name("11.2.0.192.good.test", TestingAnswer.a("127.0.0.10"))
                .zone("refusing.test", TestingAnswer.a("127.255.255.254"));
    }

    @AfterEach
    void stop() {
        cli.close();
        dns.close();
    }

    @Test
    void tellsTheWorstFirstAndWhatIsNotKnown() {
        TestingCli.Run run = check("192.0.2.12", "192.0.2.11", "192.0.2.10");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.out().lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        sentence("192.0.2.10", 1),
                        "Not known from 1 of 2 lists: that is neither listed nor clean.",
                        "Verdict  List         Codes            Meaning",
                        "listed   Good BL      127.0.0.2        spam source",
                        "                                       The list says: seen in ⟨U+202E⟩ traps",
                        "                                       Removal:"
                                + " https://good.test/remove?ip=192.0.2.10",
                        "refused  Refusing BL  127.255.255.254  127.255.255.254 means no answer: the"
                                + " question came through a public or open resolver",
                        sentence("192.0.2.11", 0),
                        "Not known from 1 of 2 lists: that is neither listed nor clean.",
                        "Verdict  List         Codes            Meaning",
                        "policy   Good BL      127.0.0.10       dynamic address",
                        "                                       Removal:"
                                + " https://good.test/remove?ip=192.0.2.11",
                        "refused  Refusing BL  127.255.255.254  127.255.255.254 means no answer: the"
                                + " question came through a public or open resolver",
                        sentence("192.0.2.12", 0),
                        "Not known from 1 of 2 lists: that is neither listed nor clean.",
                        "Verdict  List         Codes            Meaning",
                        "refused  Refusing BL  127.255.255.254  127.255.255.254 means no answer: the"
                                + " question came through a public or open resolver",
                        "clean: 1 (Good BL)",
                        "3 asked about, 1 of them listed.");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void jsonHasOneObjectForEachAnswer() {
        TestingCli.Run run = check("192.0.2.10", "--json");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.out().lines().map(line -> line.replaceFirst("\"ms\":[0-9]+", "\"ms\":0")))
                .containsExactly(
                        "{\"ip\":\"192.0.2.10\",\"list\":\"Good BL\",\"zone\":\"good.test\","
                                + "\"verdict\":\"listed\",\"codes\":[\"127.0.0.2\"],"
                                + "\"meaning\":\"spam source\",\"txt\":\"seen in \\u202e traps\","
                                + "\"resolver\":\""
                                + dns.hostPort()
                                + "\",\"ms\":0}",
                        "{\"ip\":\"192.0.2.10\",\"list\":\"Refusing BL\",\"zone\":\"refusing.test\","
                                + "\"verdict\":\"refused\",\"codes\":[\"127.255.255.254\"],"
                                + "\"meaning\":\"127.255.255.254 means no answer: the question came"
                                + " through a public or open resolver\",\"resolver\":\""
                                + dns.hostPort()
                                + "\",\"ms\":0}");
    }

    @Test
    void cleanAndUnknownEndWithZero() {
        assertThat(check("192.0.2.12").status()).isZero();
        assertThat(check("2001:db8::1", "--list", "Six BL").out()).contains("dead     Six BL");
    }

    @Test
    void listsAreChosenByNameOrZone() {
        TestingCli.Run run = check("--list", "good bl", "refusing.test", "192.0.2.12", "--json");
        assertThat(run.out().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"ip\":\"192.0.2.12\""));
        assertThat(dns.asked("six.test")).isEmpty();
    }

    @Test
    void theBuiltInCatalogueIsAskedWithoutTheDead() {
        TestingCli.Run run = cli.run("check-ip", "192.0.2.10", "--resolver", dns.hostPort());
        assertThat(run.out()).contains("Spamhaus ZEN").doesNotContain("SORBS", "SURBL");
        assertThat(dns.asked("sorbs.net")).isEmpty();
        TestingCli.Run named =
                cli.run("check-ip", "192.0.2.10", "--resolver", dns.hostPort(), "--list", "SORBS");
        assertThat(named.out()).contains("dead     SORBS         closed on 5 June 2024");
        assertThat(dns.asked("sorbs.net")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1|10.0.0.1 is a private address (RFC 1918, RFC 4193): no mail comes from it",
                "fe80::1|fe80::1 is a link-local address",
                "mail.example.org|\"mail.example.org\" is no IP address.",
                "192.0.2.10 --list Other|There is no list called \"Other\"; there are: Good BL,",
            })
    void whatCannotBeAskedIsSaidBeforeAnythingIs(String words, String message) {
        TestingCli.Run run = check(words.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains(message);
        assertThat(dns.count()).isZero();
    }

    @Test
    void aResolverIsToBeChosen() {
        TestingCli.Run none = cli.run("check-ip", "192.0.2.10");
        assertThat(none.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(none.err()).contains("--resolver HOST[:PORT]", "--resolver system");
        TestingCli.Run wrong = cli.run("check-ip", "192.0.2.10", "--resolver", "a:b:c");
        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err()).contains("\"a:b:c\" is no resolver");
    }

    @Test
    void asksTheResolverOfAServer() {
        postfix.answer("resolver", 0, "conf\tnameserver 192.0.2.53\n", "");
        cli.server.forward((host, port) -> host.equals("192.0.2.53") ? dns.address() : null);

        TestingCli.Run run =
                cli.run(
                        "check-ip",
                        "192.0.2.10",
                        "--via",
                        "mail1",
                        "--lists",
                        lists.toString(),
                        "--list",
                        "Good BL",
                        "--json");
        assertThat(run.out())
                .contains(
                        "\"verdict\":\"listed\"",
                        "\"resolver\":\"192.0.2.53 of mail1, through SSH\"");
        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(dns.count()).isEqualTo(dns.countOverTcp());
    }

    @Test
    void saysWhatLetsTheResolverOfAServerBeAsked() {
        postfix.answer("resolver", 0, "conf\tnameserver 192.0.2.53\n", "");

        TestingCli.Run run = cli.run("check-ip", "192.0.2.10", "--via", "mail1");
        assertThat(run.status()).isEqualTo(ExitStatus.NOT_ALLOWED);
        assertThat(run.err())
                .contains(
                        "mail1: Its resolver can't be asked from here",
                        "sshd forwards nothing for this account",
                        "  apt-get install bind9-dnsutils\n",
                        "  Match User ops\n");
    }

    @Test
    void asksOneResolverOnly() {
        assertThat(
                        cli.run("check-ip", "192.0.2.10", "--via", "mail1", "--resolver", "system")
                                .status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.run("check-ip", "192.0.2.10", "--via", "mail9").status())
                .isEqualTo(ExitStatus.USAGE);
    }

    /// The key of the person's own file goes to the resolver, and nowhere else.
    @Test
    void aListThatNeedsAKeySaysSo() {
        TestingCli.Run run =
                cli.run(
                        "check-ip",
                        "192.0.2.10",
                        "--resolver",
                        dns.hostPort(),
                        "--list",
                        "Spamhaus ZEN (DQS)");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("needs a key of your own");
    }

    private TestingCli.Run check(String... words) {
        return cli.run(
                Stream.concat(
                                Stream.of(
                                        "check-ip",
                                        "--resolver",
                                        dns.hostPort(),
                                        "--lists",
                                        lists.toString()),
                                Stream.of(words))
                        .toArray(String[]::new));
    }

    private String sentence(String ip, int listed) {
        return ip
                + ": listed by "
                + listed
                + " of 1 lists that answered (resolver "
                + dns.hostPort()
                + ")";
    }
}
