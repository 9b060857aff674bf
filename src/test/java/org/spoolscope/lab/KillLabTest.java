package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.store.history.MailHistory;

/// Goal L7: the console is killed (SIGKILL) at random moments while it counts a log that is written
/// to and rotated meanwhile. What is in the history in the end is what was written, each line once.
/// How often comes from `spoolscope.kills`, the first seed from `spoolscope.kills.seed`.
@Tag("lab")
final class KillLabTest {
    private static final int KILLS = Integer.getInteger("spoolscope.kills", 6);
    private static final int SEED = Integer.getInteger("spoolscope.kills.seed", 1);
    private static final String PATH = "/var/log/killed/mail.log";
    private static final int PER_DOMAIN = 100;
    private static final int LONGEST_MILLIS = 600;
    private static final int LONGEST_START_MILLIS = 1500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    private Path file;
    private NumberedLog log;
    private MailHistory history;

    @BeforeEach
    void begin() throws IOException {
        Path place = lab.folder.resolve("log/killed");
        Lab.delete(place);
        Files.createDirectories(place);
        log = new NumberedLog(place.resolve("mail.log"), KillLabTest::delivery);
        file = folder.resolve("history.sqlite");
        history = MailHistory.open(file);
    }

    @AfterEach
    void end() throws IOException {
        history.close();
        Lab.delete(lab.folder.resolve("log/killed"));
    }

    @Test
    void eachLineIsCountedOnceHoweverOftenTheConsoleIsKilled() throws Exception {
        Random random = new Random(SEED);
        // Where counting begins is chosen at the first start; from there on nothing may be missing.
        log.write(PER_DOMAIN);
        countToTheEnd();
        int moved = 0;
        int behind = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String before = position();
            Process console = console();
            try {
                // One in four is killed while it starts, connects and finds where it was.
                if (kill % 4 == 0) {
                    work(random, Duration.ofMillis(random.nextInt(LONGEST_START_MILLIS)));
                } else {
                    workUntilPositionIsNot(before, random);
                    work(random, Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
                }
            } finally {
                console.destroyForcibly().waitFor();
            }
            moved += position().equals(before) ? 0 : 1;
            behind += counted() < log.written() ? 1 : 0;
        }
        countToTheEnd();
        System.out.printf(
                "%d kills, %d lines; the position had moved before %d of them, lines were missing after %d%n",
                KILLS, log.written(), moved, behind);
        assertThat(byDomain()).containsExactlyInAnyOrderEntriesOf(expected());
        assertThat(history.gaps(Lab.NAME, 9)).isEmpty();
        assertThat(moved).as("kills while it counted").isGreaterThan(KILLS / 2);
    }

    private void workUntilPositionIsNot(String before, Random random)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (position().equals(before)) {
            assertThat(System.nanoTime()).isLessThan(end);
            work(random, Duration.ofMillis(10));
        }
    }

    private String position() throws IOException {
        return history.position(Lab.NAME).orElse("");
    }

    /// The logger and its rotation, for a while.
    private void work(Random random, Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            log.writeFor(Duration.ofMillis(random.nextInt(300)));
            switch (random.nextInt(30)) {
                case 0 -> log.rename(Duration.ofMillis(random.nextInt(200)));
                case 1 -> log.renameAndPack();
                default -> Sleeper.REAL.sleep(Duration.ofMillis(20));
            }
        }
    }

    private void countToTheEnd() throws IOException, InterruptedException {
        Process console = console();
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (counted() < log.written()) {
                assertThat(System.nanoTime()).as(this::missing).isLessThan(end);
                Sleeper.REAL.sleep(Duration.ofMillis(100));
            }
        } finally {
            console.destroyForcibly().waitFor();
        }
    }

    private Process console() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledConsole.class.getName(),
                        lab.folder.toString(),
                        String.valueOf(lab.port),
                        PATH,
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Which lines, by the hundred, and what was recorded instead.
    private String missing() {
        Map<String, Long> found = byDomain();
        Map<String, Long> missing = new TreeMap<>();
        expected()
                .forEach((domain, lines) -> {
                    long less = lines - found.getOrDefault(domain, 0L);
                    if (less != 0) {
                        missing.put(domain, less);
                    }
                });
        try {
            return "of %d lines: %s; gaps %s; position %s"
                    .formatted(log.written(), missing, history.gaps(Lab.NAME, 9), position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Long> expected() {
        Map<String, Long> expected = new HashMap<>();
        for (int n = 0; n < log.written(); n++) {
            expected.merge(domain(n), 1L, Long::sum);
        }
        return expected;
    }

    private long counted() {
        return byDomain().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> byDomain() {
        Map<String, Long> sent = new HashMap<>();
        for (MinuteRow row : rows()) {
            sent.merge(row.domain(), row.sent(), Long::sum);
        }
        return sent;
    }

    private List<MinuteRow> rows() {
        try {
            return history.rows(Lab.NAME, Instant.EPOCH, Instant.now().plus(900, ChronoUnit.DAYS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String domain(int n) {
        return "d%d.example".formatted(n / PER_DOMAIN);
    }

    private static String delivery(int n) {
        return "%s mx1 postfix/smtp[7]: 3Pt2mN2VXxznjll: to=<u%d@%s>, relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0.1/0.2/0.3/0.4, dsn=2.0.0, status=sent (250 2.0.0 Ok)%n"
                .formatted(Instant.now(), n, domain(n));
    }
}
