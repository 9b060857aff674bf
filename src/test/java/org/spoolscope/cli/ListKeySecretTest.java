package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.LogText;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.blocklist.ListLoop;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.blocklist.ServerLists;
import org.spoolscope.monitor.blocklist.WatchedLists;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.TestingKeys;
import org.spoolscope.store.history.ListHistory;

/// The key of a list is asked with, and is nowhere else, whatever the lists answer.
final class ListKeySecretTest {
    private static final String SECRET = "s3cr3tk3y";
    private static final String ZEN = SECRET + ".zen.dq.spamhaus.net";
    private static final String AUTHBL = SECRET + ".authbl.dq.spamhaus.net";

    private static final List<String> FORMS = List.of("--json", "--verbose", "--color=always");

    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private final TestingDns dns = TestingDns.start();
    private final LogText log = LogText.open(Level.ALL);
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        TestingKeys.write(folder, SECRET);
        postfix.answer("resolver", 0, "conf\tnameserver 192.0.2.53\n", "");
        postfix.answer(
                "sending",
                0,
                """
                instance\t/etc/postfix
                setting\tsmtp_bind_address\t192.0.2.10
                setting\tinet_protocols\tipv4
                """,
                "");
        postfix.answer("network", 0, "", "");
        cli = new TestingCli(folder, this::run);
        cli.server.forward((host, _) -> host.equals("192.0.2.53") ? dns.address() : null);
        dns.blocklist(ZEN)
                .name(
                        "10.2.0.192." + ZEN,
                        TestingAnswer.a("127.0.0.2").txt("asked as 10.2.0.192." + ZEN));
        dns.zone(AUTHBL, TestingAnswer.code("SERVFAIL"));
    }

    @AfterEach
    void stop() {
        log.close();
        cli.close();
        dns.close();
    }

    @Test
    void isInNothingThatACommandSays() throws IOException {
        for (String form : FORMS) {
            for (String way : List.of("--resolver " + dns.hostPort(), "--via mail1")) {
                TestingCli.Run run = checkIp(form, way);

                assertThat(run.out())
                        .contains("asked as 10.2.0.192.{key}.zen.dq.spamhaus.net")
                        .contains("error");
                assertIsNotIn(run);
            }
        }
        assertIsKept();
    }

    /// Every way in which a list says nothing.
    @Test
    void isInNothingThatIsSaidOfAListThatDoesNotAnswer() throws IOException {
        dns.zone(ZEN, TestingAnswer.silent());
        dns.zone(AUTHBL, TestingAnswer.a("127.255.255.250"));

        TestingCli.Run run = checkIp("--verbose", "--via mail1");

        assertThat(run.out()).contains("timeout  Spamhaus ZEN (DQS)", "the key is disabled");
        assertIsNotIn(run);
        assertIsKept();
    }

    /// dig says the name when the network can't be reached.
    @Test
    void isInNothingThatAProgramOfTheServerSays() throws IOException {
        postfix.answer("resolver", 0, "tool\tdig\n", "");
        for (String form : FORMS) {
            TestingCli.Run run = checkIp(form, "--via mail1");

            assertThat(run.out()).contains(".{key}.zen.dq.spamhaus.net. failed", "unreachable");
            assertIsNotIn(run);
        }
    }

    @Test
    void isInNothingThatACheckOfTheServerSays() throws IOException {
        postfix.answer("log-sources", 0, "", "");
        for (String form : FORMS) {
            TestingCli.Run run = cli.run("check", "mail1", form);

            assertThat(run.out()).contains("asked as 10.2.0.192.{key}.zen.dq.spamhaus.net");
            assertIsNotIn(run);
        }
        assertIsKept();
    }

    @Test
    void isInNothingThatTheWatchKnowsAndKeeps() throws Exception {
        ListWatch lists = watched();

        assertThat(lists.standings())
                .extracting(ListStanding::check)
                .extracting(check -> check.list() + " " + check.verdict())
                .contains(
                        "Spamhaus ZEN (DQS) " + Verdict.LISTED,
                        "Spamhaus AuthBL (DQS) " + Verdict.ERROR);
        assertThat(lists.toString())
                .contains("asked as 10.2.0.192.{key}.zen")
                .doesNotContainIgnoringCase(SECRET);
        assertIsKept();
    }

    /// Two rounds: what the first one found is kept before the second.
    private ListWatch watched() throws Exception {
        Catalogue all = BlocklistsFile.load(folder);
        Catalogue keyed =
                new Catalogue(all.lists().stream().filter(Blocklist::isKeyed).toList(), all.keys());
        ServerConfig server =
                ServerConfig.of("mail1", "127.0.0.1").withPort(cli.server.port()).withUser("ops");
        BlockingQueue<ListWatch> rounds = new LinkedBlockingQueue<>();
        try (ListHistory history = ListHistory.open(folder.resolve("history.sqlite"));
                Ssh ssh = new Ssh(settings());
                SshConnection connection = ssh.connect(server, Passphrases.NONE)) {
            ListSettings settings =
                    ListSettings.of(keyed).keeping(history).pacing(Duration.ZERO, 1);
            ServerLists asking =
                    new ServerLists(connection, "mail1", settings, InstantSource.system());
            WatchedLists watched =
                    new WatchedLists(
                            "mail1",
                            settings,
                            now -> {
                                if (now.checkedAt() != null && !now.underWay()) {
                                    rounds.add(now);
                                }
                            });
            ListLoop loop =
                    new ListLoop(
                            connection,
                            server,
                            List.of(),
                            watched,
                            asking,
                            () -> settings,
                            List::of,
                            InstantSource.system(),
                            new Random(7));
            Thread checking =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    loop.run();
                                } catch (InterruptedException _) {
                                    // The end.
                                }
                            });
            ListWatch lists = rounds.poll(30, TimeUnit.SECONDS);
            loop.checkNow();
            assertThat(rounds.poll(30, TimeUnit.SECONDS)).isNotNull();
            checking.interrupt();
            checking.join();
            asking.close();
            assertThat(history.changes("mail1", 10).toString())
                    .contains("LISTED")
                    .doesNotContainIgnoringCase(SECRET);
            return Objects.requireNonNull(lists);
        }
    }

    private TestingCli.Run checkIp(String form, String way) {
        List<String> line = new ArrayList<>(List.of("check-ip", "192.0.2.10", form));
        line.addAll(List.of(way.split(" ")));
        line.addAll(List.of("--list", "Spamhaus ZEN (DQS)", "Spamhaus AuthBL (DQS)"));
        return cli.run(line.toArray(String[]::new));
    }

    /// The server's commands. Its dig knows of this computer only.
    private int run(String line, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        if (!line.contains("' spoolscope-lookup")) {
            return postfix.run(line, in, out, err);
        }
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String one = questions.readLine(); one != null; one = questions.readLine()) {
            String[] question = one.split(" ");
            String answer =
                    question[2].equals("localhost")
                            ? "%s:;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n%1$s=0\n"
                            : "%s:;; UDP setup with 192.0.2.9#53(192.0.2.9) for %s. failed:"
                                    + " network unreachable.\n%1$s=9\n";
            out.write(
                    answer.formatted(question[0], question[2]).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return 0;
    }

    private static void assertIsNotIn(TestingCli.Run run) {
        assertThat(run.out()).doesNotContainIgnoringCase(SECRET);
        assertThat(run.err()).doesNotContainIgnoringCase(SECRET);
    }

    private SshSettings settings() {
        return new SshSettings(
                "ops",
                List.of(cli.knownHosts),
                List.of(folder.resolve("id_ed25519")),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                3);
    }

    /// It was asked with, and is in the person's own file only.
    private void assertIsKept() throws IOException {
        assertThat(dns.asked(ZEN)).contains("10.2.0.192." + ZEN + " A");
        assertThat(dns.asked(AUTHBL)).isNotEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("blocklists.toml")) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContainIgnoringCase(SECRET);
                }
            }
        }
        assertThat(log.lines())
                .anyMatch(line -> line.contains(LogText.OPENED))
                .noneMatch(line -> line.contains(SECRET));
    }
}
