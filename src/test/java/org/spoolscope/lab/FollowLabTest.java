package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LogGap.Cause;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.LogSources;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// Following over a real sshd while the log is rotated and the link is cut.
@Tag("lab")
final class FollowLabTest {
    private static final String PATH = "/var/log/follow/mail.log";
    private static final String NOTHING = LogPosition.NONE.text();

    @RegisterExtension final Lab lab = new Lab();

    private Path folder;
    private NumberedLog log;

    @BeforeEach
    void begin() throws IOException {
        folder = lab.folder.resolve("log/follow");
        end();
        Files.createDirectories(folder);
        log = new NumberedLog(folder.resolve("mail.log"));
    }

    @AfterEach
    void end() throws IOException {
        Lab.delete(folder);
        // A journal that is there would be a log that every account may read.
        Lab.delete(lab.folder.resolve("log/journal"));
    }

    /// Goal L1.
    @ParameterizedTest
    @CsvSource({"0, 50", "20, 50", "200, 20", "2000, 4"})
    void renamedAndCreated(int reopenMillis, int rotations) throws Exception {
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            for (int i = 0; i < rotations; i++) {
                log.writeFor(Duration.ofMillis(100));
                log.rename(Duration.ofMillis(reopenMillis));
            }
            log.writeFor(Duration.ofMillis(100));
            client.awaitLines(log.written());
            assertWhole(client);
            assertThat(client.connections()).isEqualTo(1);
        }
    }

    /// Goal L2.
    @Test
    void renamedAndCreatedWhileTheLinkIsCut() throws Exception {
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            for (int cut = 0; cut < 6; cut++) {
                for (int i = 0; i < 6; i++) {
                    log.writeFor(Duration.ofMillis(300));
                    log.rename(Duration.ofMillis(200));
                }
                lab.fault("cut");
            }
            client.awaitLines(log.written());
            assertWhole(client);
            assertThat(client.connections()).isGreaterThan(4);
        }
    }

    /// Goal L3.
    @Test
    void packedAtOnceWhileDisconnected() throws Exception {
        String position;
        List<String> before;
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            log.write(5000);
            client.awaitLines(log.written());
            position = client.position();
            before = client.lines();
        }
        for (int i = 0; i < 3; i++) {
            log.write(5000);
            log.renameAndPack();
        }
        log.write(5000);
        try (FollowingClient client = new FollowingClient(lab, position, PATH)) {
            client.awaitLines(log.written() - before.size());
            log.write(10);
            client.awaitLines(log.written() - before.size());
            assertThat(client.lines())
                    .extracting(NumberedLog::number)
                    .containsExactlyElementsOf(
                            IntStream.range(before.size(), log.written()).boxed().toList());
            assertThat(client.gaps()).isEmpty();
        }
    }

    /// Goal L4.
    @Test
    void copiedAndTruncated() throws Exception {
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            log.write(100);
            client.awaitLines(1);
            int lost = 0;
            for (int i = 0; i < 20; i++) {
                log.writeFor(Duration.ofMillis(400));
                log.copyTruncate(3);
                lost += 3;
            }
            log.writeFor(Duration.ofMillis(400));
            int last = log.written() - 1;
            FollowingClient.await(
                    () ->
                            client.lines().stream()
                                    .anyMatch(line -> NumberedLog.number(line) == last),
                    () -> client.count() + " " + client.gaps());
            assertThat(client.lines()).doesNotHaveDuplicates();
            assertThat(log.written() - client.count()).isLessThanOrEqualTo(lost);
            assertThat(client.lines()).extracting(NumberedLog::number).isSorted();
            assertThat(client.gaps()).hasSize(20).containsOnly(Cause.COPY_TRUNCATED);
        }
    }

    /// Goal S15.
    @Test
    void nothingIsLeftWhenTheClientIsKilled() throws Exception {
        for (int i = 0; i < 20; i++) {
            log.write(100_000);
        }
        Process client =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FollowingProgram.class.getName(),
                                lab.folder.toString(),
                                String.valueOf(lab.port),
                                PATH)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            assertThat(client.getInputStream().read()).isEqualTo('x');
            assertThat(lab.processes("spoolscope-log-read")).isPositive();
            assertThat(lab.processes("journalctl --quiet")).isPositive();
        } finally {
            client.destroyForcibly();
        }
        long killed = System.nanoTime();
        FollowingClient.await(
                () ->
                        lab.processes("spoolscope-log-") == 0
                                && lab.processes("journalctl --quiet") == 0
                                && lab.processes("dd bs=") == 0,
                () -> lab.inside("ps", "-ef"));
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(10));
    }

    /// Goal L10, on real journal files.
    @Test
    void theJournal() throws Exception {
        TestingJournal journal = new TestingJournal(lab);
        journal.write("one", "two\nlines", "grün", "x".repeat(5000), "\u001b[31mred");
        String position;
        try (FollowingClient client = new FollowingClient(lab, NOTHING, FollowingClient.JOURNAL)) {
            client.awaitLines(5);
            journal.write("six");
            client.awaitLines(6);
            assertThat(client.lines().stream().map(line -> line.split(": ", 2)[1]))
                    .containsExactly(
                            "one", "two lines", "grün", "x".repeat(5000), "\u001b[31mred", "six");
            assertThat(client.lines().getFirst()).contains(" mx1 postfix/smtp[7]: ");
            position = client.position();
        }
        journal.write("seven", "eight");
        try (FollowingClient client = new FollowingClient(lab, position, FollowingClient.JOURNAL)) {
            client.awaitLines(2);
            assertThat(client.lines().stream().map(line -> line.split(": ", 2)[1]))
                    .containsExactly("seven", "eight");
            assertThat(client.gaps()).isEmpty();
        }
        journal.vacuum();
        journal.write("nine", "ten");
        try (FollowingClient client = new FollowingClient(lab, position, FollowingClient.JOURNAL)) {
            client.awaitLines(2);
            assertThat(client.lines().stream().map(line -> line.split(": ", 2)[1]))
                    .containsExactly("nine", "ten");
            assertThat(client.gaps()).containsExactly(Cause.VACUUMED);
        }
    }

    /// One instance logs to a file, another one to the journal; the link is cut.
    @Test
    void aFileAndTheJournal() throws Exception {
        TestingJournal journal = new TestingJournal(lab);
        journal.write(journalled(0));
        try (FollowingClient client =
                new FollowingClient(lab, NOTHING, PATH, FollowingClient.JOURNAL)) {
            for (int i = 1; i < 10; i++) {
                log.writeFor(Duration.ofMillis(100));
                journal.write(journalled(i));
                if (i % 3 == 0) {
                    lab.fault("cut");
                }
            }
            client.awaitLines(log.written() + 200);
            List<String> lines = client.lines();
            assertThat(lines)
                    .filteredOn(line -> line.contains("journalled"))
                    .extracting(line -> NumberedLog.number(line.split(": ")[1]))
                    .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
            assertThat(lines)
                    .filteredOn(line -> !line.contains("journalled"))
                    .extracting(NumberedLog::number)
                    .containsExactlyElementsOf(IntStream.range(0, log.written()).boxed().toList());
            assertThat(client.gaps()).isEmpty();
            assertThat(client.connections()).isGreaterThan(1);
        }
    }

    private static String[] journalled(int round) {
        return IntStream.range(round * 20, round * 20 + 20)
                .mapToObj(n -> "journalled [%d]".formatted(n))
                .toArray(String[]::new);
    }

    /// Goals L9, L10, L12: the server is started anew with its clock set, and journald drops
    /// messages. The order is that of arrival.
    @Test
    void theJournalOverAReboot() throws Exception {
        TestingJournal journal = new TestingJournal(lab);
        journal.write("one");
        journal.write("\u00ff\u0000x".getBytes(StandardCharsets.ISO_8859_1));
        try (FollowingClient client = new FollowingClient(lab, NOTHING, FollowingClient.JOURNAL)) {
            client.awaitLines(2);
            journal.boot(Duration.ofHours(1));
            journal.write("three");
            client.awaitLines(3);
            journal.writeDropped(831);
            FollowingClient.await(() -> !client.gaps().isEmpty(), () -> "no gap");
            journal.write("four");
            client.awaitLines(4);
            assertThat(client.lines().stream().map(line -> line.split(": ", 2)[1]))
                    .containsExactly("one", "\ufffd\u0000x", "three", "four");
            assertThat(client.gaps()).containsExactly(Cause.SUPPRESSED);
            assertThat(client.linesInGaps()).containsExactly(831L);
        }
    }

    /// Goal L5.
    @Test
    void truncatedAndGrownWhileDisconnected() throws Exception {
        String position = readToTheEnd(5000);
        log.truncate();
        log.write(9000);
        try (FollowingClient client = new FollowingClient(lab, position, PATH)) {
            client.awaitLines(9000);
            assertThat(client.lines())
                    .extracting(NumberedLog::number)
                    .containsExactlyElementsOf(IntStream.range(5000, 14_000).boxed().toList());
            assertThat(client.gaps()).containsExactly(Cause.TRUNCATED);
        }
    }

    /// Goal L6: the files begin alike for more than is compared, and gzip frees the inode of the
    /// one we stopped in for the next.
    @Test
    void filesThatBeginAlike() throws Exception {
        log.writeAlike();
        String position = readToTheEnd(100);
        for (int i = 0; i < 4; i++) {
            log.renameAndPack();
            log.writeAlike();
            log.write(100);
        }
        try (FollowingClient client = new FollowingClient(lab, position, PATH)) {
            client.awaitLines(400 + 4 * NumberedLog.ALIKE);
            assertThat(client.lines())
                    .filteredOn(line -> !NumberedLog.isAlike(line))
                    .extracting(NumberedLog::number)
                    .containsExactlyElementsOf(IntStream.range(100, 500).boxed().toList());
            assertThat(client.lines()).hasSize(400 + 4 * NumberedLog.ALIKE);
            assertThat(client.gaps()).isEmpty();
        }
    }

    /// Goal L8: a byte at a time, and links that are lost in the middle of a line and of a
    /// character.
    @Test
    void aLineThatComesByteByByte() throws Exception {
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            log.write(1);
            client.awaitLines(1);
            byte[] line = "grün ← 🐢 done\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < line.length; i++) {
                log.writeBytes(line, i, i + 1);
                if (i == 2 || i == 7 || i == 11) {
                    int connections = client.connections();
                    lab.fault("cut");
                    FollowingClient.await(
                            () -> client.connections() > connections, () -> "no connection");
                } else {
                    Sleeper.REAL.sleep(Duration.ofMillis(60));
                }
            }
            client.awaitLines(2);
            log.write(1);
            client.awaitLines(3);
            assertThat(client.lines().get(1)).isEqualTo("grün ← 🐢 done");
            assertThat(client.lines()).hasSize(3);
        }
    }

    /// The position there.
    private String readToTheEnd(int lines) throws IOException {
        try (FollowingClient client = new FollowingClient(lab, NOTHING, PATH)) {
            log.write(lines);
            int last = log.written() - 1;
            FollowingClient.await(
                    () ->
                            client.lines().stream()
                                    .anyMatch(line ->
                                            !NumberedLog.isAlike(line)
                                                    && NumberedLog.number(line) == last),
                    () -> "lines: " + client.count());
            return client.position();
        }
    }

    @Test
    void theLogsOfBothInstancesAreFound() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            ServerFacts facts = ServerProbe.of(connection, InstantSource.system());
            assertThat(LogSources.find(connection, lab.server(), facts))
                    .extracting(source -> ((LogSource.File) source).path())
                    .containsExactly("/var/log/mail.log", "/var/log/mail-out.log");
        }
    }

    private void assertWhole(FollowingClient client) {
        assertThat(client.lines())
                .extracting(NumberedLog::number)
                .hasSize(log.written())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, log.written()).boxed().toList());
        assertThat(client.gaps()).isEmpty();
    }
}
