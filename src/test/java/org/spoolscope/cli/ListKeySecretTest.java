package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.spoolscope.store.history.ListHistory;

/// The key of a list is asked with, and is nowhere else, whatever the lists answer.
final class ListKeySecretTest {
    private static final String SECRET = "s3cr3tk3y";
    private static final String ZEN = SECRET + ".zen.dq.spamhaus.net";
    private static final String AUTHBL = SECRET + ".authbl.dq.spamhaus.net";

    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private final TestingDns dns = TestingDns.start();
    private final LogText log = new LogText();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        root.setLevel(Level.ALL);
        root.addHandler(log);
        Files.writeString(
                folder.resolve("blocklists.toml"),
                """
                [[list]]
                name = "Spamhaus ZEN (DQS)"
                key = "%1$s"
                [[list]]
                name = "Spamhaus AuthBL (DQS)"
                key = "%1$s"
                """
                        .formatted(SECRET));
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
        cli = new TestingCli(folder, postfix);
        cli.server.forward((host, _) -> host.equals("192.0.2.53") ? dns.address() : null);
        dns.blocklist(ZEN)
                .name(
                        "10.2.0.192." + ZEN,
                        TestingAnswer.a("127.0.0.2").txt("asked as 10.2.0.192." + ZEN));
        dns.zone(AUTHBL, TestingAnswer.code("SERVFAIL"));
    }

    @AfterEach
    void stop() {
        root.removeHandler(log);
        root.setLevel(level);
        cli.close();
        dns.close();
    }

    @Test
    void isInNothingThatACommandSays() throws IOException {
        for (String form : List.of("--json", "--verbose")) {
            for (String way : List.of("--resolver " + dns.hostPort(), "--via mail1")) {
                List<String> line = new ArrayList<>(List.of("check-ip", "192.0.2.10", form));
                line.addAll(List.of(way.split(" ")));
                line.addAll(List.of("--list", "Spamhaus ZEN (DQS)", "Spamhaus AuthBL (DQS)"));

                TestingCli.Run run = cli.run(line.toArray(String[]::new));

                assertThat(run.out())
                        .contains("asked as 10.2.0.192.{key}.zen.dq.spamhaus.net")
                        .contains("error")
                        .doesNotContainIgnoringCase(SECRET);
                assertThat(run.err()).doesNotContainIgnoringCase(SECRET);
            }
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
                    ListSettings.of(keyed)
                            .keeping(history)
                            .pacing(Duration.ZERO, Duration.ofHours(1));
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
                            settings,
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
        Logger.getLogger(ListKeySecretTest.class.getName()).finest("the finest is seen");
        assertThat(log.lines)
                .anyMatch(line -> line.contains("the finest is seen"))
                .noneMatch(line -> line.contains(SECRET));
    }

    /// All that is logged, with its exceptions.
    private static final class LogText extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            lines.add(formatter.format(record));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
