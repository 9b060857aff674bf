package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.UnexpectedWarnings;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.store.history.MailHistory;

class LogCollectorTest {
    private static final String SERVER = "mail1";
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final String SENT =
            "2026-03-01T10:15:%02d+00:00 mail1 postfix/smtp[7]: 3Pt2mN2VXxznjll: to=<a@example.com>,"
                    + " relay=mx.example.com[192.0.2.1]:25, delay=1, delays=0.1/0.2/0.3/0.4,"
                    + " dsn=2.0.0, status=sent (250 2.0.0 Ok)";

    @TempDir Path folder;

    private MailHistory history;
    private Inbox inbox = new Inbox();
    private long nanos;
    private LogCollector collector;

    @BeforeEach
    void begin() throws Exception {
        history = MailHistory.open(folder.resolve("history.sqlite"));
        start();
    }

    @AfterEach
    void end() throws Exception {
        history.close();
    }

    @Test
    void showsWhatTheLogSays() throws Exception {
        line(SENT.formatted(1));
        line("2026-03-01T10:15:02+00:00 mail1 sshd[9]: session opened");
        line("2026-03-01T10:15:03+00:00 mail1 postfix/smtp[7]: a line no rule knows");
        position("1");

        LogSnapshot log = latest();
        assertThat(log.lines()).isEqualTo(3);
        assertThat(log.foreign()).isEqualTo(1);
        assertThat(log.notUnderstood()).isEqualTo(1);
        assertThat(log.window().end()).isEqualTo(3);
        assertThat(minute(log).sent()).isEqualTo(1);
        assertThat(log.destinations())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("example.com"));
    }

    @Test
    void countsAreKeptWithThePositionTheyReachTo() throws Exception {
        line(SENT.formatted(1));
        position("1");
        line(SENT.formatted(2));
        assertThat(kept()).isEqualTo(1);

        restart();
        assertThat(collector.position()).isEqualTo(at("1"));
        again(SENT.formatted(1));
        line(SENT.formatted(2));
        position("2");

        assertThat(kept()).isEqualTo(2);
        assertThat(history.position(SERVER)).contains(at("2").text());
        assertThat(minute(latest()).sent()).isEqualTo(2);
        assertThat(latest().window().end()).isEqualTo(2);
    }

    /// After the last line for a long time no position comes any more.
    @Test
    void whatCameLastIsKeptWhileNothingMoreComes() throws Exception {
        line(SENT.formatted(1));
        position("1");
        line(SENT.formatted(2));
        collector.position(at("2"));
        collector.upToDate(NOW);
        collector.settle();
        assertThat(kept()).isEqualTo(1);
        nanos += Duration.ofSeconds(5).toNanos();
        collector.idle(NOW);
        collector.settle();

        assertThat(kept()).isEqualTo(2);
        assertThat(history.position(SERVER)).contains(at("2").text());
    }

    @Test
    void whatIsReadOnceMoreIsNotKeptWhileNothingMoreComes() throws Exception {
        line(SENT.formatted(1));
        position("1");
        again(SENT.formatted(1));
        nanos += Duration.ofSeconds(5).toNanos();
        collector.idle(NOW);
        line(SENT.formatted(2));
        position("2");

        assertThat(kept()).isEqualTo(2);
    }

    /// The disk may be slow, or another Spoolscope at work.
    @Test
    void countingDoesNotWaitForTheHistory() throws Exception {
        try (Connection other = other()) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            line(SENT.formatted(1));
            nanos += Duration.ofSeconds(5).toNanos();
            collector.position(at("1"));
            line(SENT.formatted(2));
            nanos += Duration.ofSeconds(5).toNanos();
            collector.position(at("2"));
            other.createStatement().execute("COMMIT");
        }
        collector.settle();
        assertThat(kept()).isEqualTo(1);
        position("3");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeKeptIsKeptWithWhatComesNext() throws Exception {
        UnexpectedWarnings.expect("the history waits for the disk");
        try (Connection other = other()) {
            other.createStatement()
                    .execute(
                            "CREATE TRIGGER refusing BEFORE INSERT ON position BEGIN SELECT RAISE(ABORT, 'full'); END");
            line(SENT.formatted(1));
            collector.gap(gap(null, null));
            position("1");
            assertThat(kept()).isZero();
            other.createStatement().execute("DROP TRIGGER refusing");
        }
        line(SENT.formatted(9));
        position("2");

        assertThat(kept()).isEqualTo(2);
        assertThat(history.gaps(SERVER, 9)).hasSize(1);
        assertThat(history.position(SERVER)).contains(at("2").text());
    }

    private Connection other() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.sqlite"));
    }

    /// Lines may have been counted that no position covers: they will be read again.
    @Test
    void nothingIsKeptAfterCountingFailed() throws Exception {
        line(SENT.formatted(1));
        position("1");
        line(SENT.formatted(2));
        collector.position(at("2"));
        line(SENT.formatted(3));
        collector.fail();
        collector.end();
        assertThat(kept()).isEqualTo(1);
        assertThat(history.position(SERVER)).contains(at("1").text());
    }

    @Test
    void aGapGetsTheTimesOfTheLinesAroundIt() throws Exception {
        line(SENT.formatted(1));
        collector.gap(gap(null, null));
        line(SENT.formatted(9));
        position("1");

        LogGap bounded =
                gap(Instant.parse("2026-03-01T10:15:01Z"), Instant.parse("2026-03-01T10:15:09Z"));
        assertThat(latest().gaps()).containsExactly(bounded);
        assertThat(history.gaps(SERVER, 9)).containsExactly(bounded);
    }

    /// Goal L7: what was handed on is what the position told last covers, even when nobody takes
    /// the snapshots and the thread is told to stop in the middle of a piece.
    @Test
    void interruptionComesBetweenPositionsOnly() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(
                        () -> {
                            for (int n = 0; n < 2000; n++) {
                                nanos += Duration.ofSeconds(1).toNanos();
                                collector.gap(gap(null, null));
                                line(SENT.formatted(n % 60));
                            }
                            position("1");
                        })
                .isInstanceOf(InterruptedException.class);

        assertThat(collector.position()).isEqualTo(at("1"));
        collector.settle();
        assertThat(kept()).isEqualTo(2000);
    }

    @Test
    void whatIsReadOnceMoreIsKeptApartFromWhatIsNew() throws Exception {
        line(SENT.formatted(1));
        collector.position(at("1"));
        line(SENT.formatted(2));
        collector.position(at("2"));
        again(SENT.formatted(1));
        line(SENT.formatted(3));
        position("3");

        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void gapsWithoutALineBetweenOrAfterThemAreKept() throws Exception {
        line(SENT.formatted(1));
        collector.gap(gap(null, null));
        collector.gap(gap(null, null));
        position("1");
        line(SENT.formatted(9));
        position("2");

        Instant from = Instant.parse("2026-03-01T10:15:01Z");
        LogGap open = gap(from, null);
        assertThat(history.gaps(SERVER, 9)).containsExactly(open, open);
        LogGap bounded = gap(from, Instant.parse("2026-03-01T10:15:09Z"));
        assertThat(latest().gaps()).containsExactly(bounded, bounded);
    }

    /// Goal L9: whatever the times say, lines are taken in the order they come in, and all of them;
    /// the last column says where the clock was seen to be set. Twenty lines, a second apart, begin
    /// at each of the times.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-02 | Mar  1 10:00:00; Mar  1 09:00:00   | 2026-03-01T10:00:19Z 2026-03-01T09:00:00Z
                    2026-03-03 | Mar  1 10:00:00; Mar  2 10:00:00   |
                    2026-03-03 | Mar  2 10:00:00; Mar  1 10:00:00   | 2026-03-02T10:00:19Z 2026-03-01T10:00:00Z
                    2026-03-03 | Mar  2 10:00:00; Mar  2 09:59:00   |
                    2026-01-01 | Dec 31 23:59:40; Jan  1 00:00:00   |
                    2028-03-01 | Feb 28 23:59:40; Feb 29 00:00:00; Feb 29 23:59:40; Mar  1 00:00:00 |
                    2026-11-01 | 2026-10-25T02:59:40+02:00; 2026-10-25T02:00:00+01:00 |
                    """)
    void timesThatJump(String today, String starts, @Nullable String set) throws Exception {
        collector =
                new LogCollector(
                        SERVER,
                        inbox,
                        queues(),
                        settings(),
                        1 << 20,
                        InstantSource.fixed(Instant.parse(today + "T12:00:00Z")),
                        () -> nanos);
        begin(collector);
        collector.source("/var/log/mail.log");
        List<String> written = new ArrayList<>();
        for (String start : starts.split("; ")) {
            for (int n = 0; n < 20; n++) {
                int at = start.startsWith("20") ? 17 : 13;
                int second = Integer.parseInt(start, at, at + 2, 10);
                String line =
                        "%s%02d%s mail1 postfix/qmgr[1]: 3A9B720C620: removed %d"
                                .formatted(
                                        start.substring(0, at),
                                        second + n,
                                        start.substring(at + 2),
                                        written.size());
                line(line);
                written.add(line);
            }
        }
        position("1");

        LogSnapshot log = latest();
        assertThat(log.lines()).isEqualTo(written.size());
        List<String> shown = new ArrayList<>();
        log.window()
                .read(
                        0,
                        log.window().end(),
                        (_, bytes, from, to) ->
                                shown.add(
                                        new String(
                                                bytes, from, to - from, StandardCharsets.UTF_8)));
        assertThat(shown).containsExactlyElementsOf(written);
        assertThat(log.gaps())
                .extracting(gap -> gap.cause() + " " + gap.from() + " " + gap.to())
                .containsExactlyElementsOf(set == null ? List.of() : List.of("CLOCK_SET " + set));
        assertThat(history.gaps(SERVER, 9)).isEqualTo(log.gaps());
    }

    /// Only where the line before was read as it was written, too, and less time has passed by our
    /// own clock.
    @ParameterizedTest
    @CsvSource({
        "true, 2, CLOCK_SET 2026-03-01T10:15:31Z 2026-03-02T10:15:32Z",
        "true, 86401, ",
        "false, 2, "
    })
    void aClockThatIsSetForward(boolean live, long secondsPassed, @Nullable String set)
            throws Exception {
        Instant[] now = {NOW};
        collector =
                new LogCollector(
                        SERVER, inbox, queues(), settings(), 1 << 20, () -> now[0], () -> nanos);
        begin(collector);
        collector.source("/var/log/mail.log");
        line("2026-03-01T10:15:30Z mail1 postfix/qmgr[1]: 3A9B720C620: removed");
        if (live) {
            collector.idle(NOW);
        }
        now[0] = NOW.plusSeconds(1);
        line("2026-03-01T10:15:31Z mail1 postfix/qmgr[1]: 3A9B720C621: removed");
        now[0] = now[0].plusSeconds(secondsPassed);
        for (int n = 0; n < 12; n++) {
            line("2026-03-02T10:15:32Z mail1 postfix/qmgr[1]: 3A9B720C6%d: removed".formatted(n));
        }
        assertThat(latest().gaps())
                .extracting(gap -> gap.cause() + " " + gap.from() + " " + gap.to())
                .containsExactlyElementsOf(set == null ? List.of() : List.of(set));
    }

    @Test
    void twoConsolesDoNotCountALineTwice() throws Exception {
        LogCollector other =
                new LogCollector(
                        SERVER,
                        new Inbox(),
                        queues(),
                        settings(),
                        1 << 20,
                        InstantSource.fixed(NOW),
                        () -> 0);
        line(SENT.formatted(1));
        position("1");
        byte[] bytes = SENT.formatted(1).getBytes(StandardCharsets.UTF_8);
        other.line(bytes, 0, bytes.length);
        other.position(at("1"));
        other.end();

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void timePassesWhereNothingIsLogged() throws Exception {
        line(SENT.formatted(1));
        position("1");
        nanos += Duration.ofSeconds(1).toNanos();
        collector.idle(NOW);

        assertThat(minute(latest()).sent()).isEqualTo(1);
        assertThat(minute(latest()).seconds()).isGreaterThan(1);
    }

    @Test
    void saysWhyNothingIsRead() throws Exception {
        collector.trouble("dd: Input/output error");
        assertThat(latest().trouble()).isEqualTo("dd: Input/output error");
        position("1");
        nanos += Duration.ofSeconds(1).toNanos();
        collector.behind(0);
        assertThat(latest().trouble()).isEmpty();
    }

    /// A destination's times, which the log writes without a zone, are those of the server.
    @Test
    void readsTimesInTheServersZone() throws Exception {
        collector.begin(facts("Asia/Tokyo"), List.of());
        String noon =
                DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT)
                        .format(NOW.atZone(ZoneId.of("Asia/Tokyo")));
        line(
                noon
                        + " host postfix/smtp[1]: AAAAAA1: to=<a@example.net>, relay=none, delay=1,"
                        + " delays=0.1/0.1/0.8/0, dsn=4.4.1, status=deferred (connect to"
                        + " mx.example.net[192.0.2.1]:25: Connection timed out)");
        position("1");
        assertThat(latest().causes().getFirst().last()).isEqualTo(NOW);
    }

    private static ServerFacts facts(String zone) {
        return new ServerFacts("", "", "", "", List.of(), "", "", ZoneId.of(zone), Duration.ZERO);
    }

    private QueueFeed queues() {
        return new QueueFeed(
                ServerConfig.of(SERVER, "mail1.example.org"),
                inbox,
                new NextLook(),
                Duration.ofSeconds(1),
                InstantSource.fixed(NOW),
                () -> nanos);
    }

    private void start() throws Exception {
        collector =
                new LogCollector(
                        SERVER,
                        inbox,
                        queues(),
                        settings(),
                        1 << 20,
                        InstantSource.fixed(NOW),
                        () -> nanos);
        begin(collector);
    }

    private static void begin(LogCollector collector) throws InterruptedException {
        collector.begin(facts("UTC"), List.of(new LogSource.File("/var/log/mail.log", "")));
    }

    private void restart() throws Exception {
        history.close();
        history = MailHistory.open(folder.resolve("history.sqlite"));
        inbox = new Inbox();
        start();
    }

    private LogSettings settings() {
        return LogSettings.builtIn().keeping(history);
    }

    private void line(String text) throws InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        collector.line(bytes, 0, bytes.length);
    }

    private void again(String text) throws InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        collector.again(bytes, 0, bytes.length);
    }

    private void position(String cursor) throws InterruptedException {
        nanos += Duration.ofSeconds(5).toNanos();
        collector.position(at(cursor));
        collector.settle();
    }

    private static LogPosition at(String cursor) {
        return LogPosition.NONE.with(cursor);
    }

    private long kept() throws Exception {
        return history.rows(SERVER, Instant.EPOCH, NOW.plusSeconds(3600)).stream()
                .mapToLong(MinuteRow::sent)
                .sum();
    }

    private LogSnapshot latest() throws InterruptedException {
        LogSnapshot[] last = {LogSnapshot.NONE};
        collector.behind(0);
        inbox.take()
                .forEach(observation -> {
                    if (observation instanceof Observation.LogRead(LogSnapshot log)) {
                        last[0] = log;
                    }
                });
        return last[0];
    }

    private static MailRates.Span minute(LogSnapshot log) {
        return Objects.requireNonNull(log.rates()).minute();
    }

    private static LogGap gap(@Nullable Instant from, @Nullable Instant to) {
        return new LogGap(NOW, "/var/log/mail.log", LogGap.Cause.TRUNCATED, from, to, null);
    }
}
