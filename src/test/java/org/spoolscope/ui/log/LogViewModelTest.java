package org.spoolscope.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;

class LogViewModelTest {
    private static final Instant NOW = TestingLog.NOW;
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final LogViewModel model =
            new LogViewModel(
                    new Background(Runnable::run, Runnable::run), CLOCK, TestingJudgement.BUILT_IN);
    private final RowText text = new RowText(new Times(ZoneOffset.UTC), CLOCK);

    private void show(Object... namesAndLogs) {
        model.show(fleet(namesAndLogs));
    }

    private static FleetSnapshot fleet(Object... namesAndLogs) {
        List<org.spoolscope.model.ServerSnapshot> servers = new ArrayList<>();
        for (int i = 0; i < namesAndLogs.length; i += 2) {
            servers.add(
                    TestingLog.with(
                            TestingSnapshot.of((String) namesAndLogs[i]).build(),
                            (LogSnapshot) namesAndLogs[i + 1]));
        }
        return new FleetSnapshot(servers);
    }

    private static TestingLog line(TestingLog log, int second, String message) {
        return log.line(NOW.plusSeconds(second), "host", "qmgr", message);
    }

    private List<String> shown() {
        LogAnswer answer = model.answer().get();
        List<String> lines = new ArrayList<>();
        for (long position = answer.first(); position < answer.end(); position++) {
            LogRow row = text.row(answer, position);
            lines.add(row.gap() ? "gap" : row.id() + "/" + row.word());
        }
        return lines;
    }

    @Test
    void followsALogAndKeepsPositions() {
        TestingLog log = line(TestingLog.of(), 1, "AAAAAA1: removed");
        show("mail1", log.build());
        long first = model.answer().get().first();
        line(log, 2, "AAAAAA2: removed");
        show("mail1", log.build());
        assertThat(shown()).containsExactly("AAAAAA1/removed", "AAAAAA2/removed");
        assertThat(model.answer().get().first()).isEqualTo(first);
        assertThat(model.answer().get().generation()).isEqualTo(1);
    }

    @Test
    void mergesServersByTimeAndLaterLinesGoToTheEnd() {
        TestingLog one = line(line(TestingLog.of(), 1, "AAAAAA1: removed"), 5, "AAAAAA5: removed");
        TestingLog two = line(line(TestingLog.of(), 2, "AAAAAA2: removed"), 4, "AAAAAA4: removed");
        show("mail1", one.build(), "mail2", two.build());
        assertThat(shown())
                .containsExactly(
                        "AAAAAA1/removed", "AAAAAA2/removed", "AAAAAA4/removed", "AAAAAA5/removed");
        line(two, 3, "AAAAAA3: removed");
        show("mail1", one.build(), "mail2", two.build());
        assertThat(shown()).last().isEqualTo("AAAAAA3/removed");
        model.choose("mail2");
        assertThat(shown())
                .containsExactly("AAAAAA2/removed", "AAAAAA4/removed", "AAAAAA3/removed");
    }

    @Test
    void aFilterNarrowsWhatIsThereAndWhatComes() {
        TestingLog log = TestingLog.of().campaign("mail1", 50);
        show("mail1", log.build());
        model.filter("event:removed");
        assertThat(shown()).isNotEmpty().allMatch(row -> row.endsWith("/removed"));
        int before = shown().size();
        line(
                line(log, 1, "AAAAAA1: removed"),
                2,
                "AAAAAA1: from=<>, size=1, nrcpt=1 (queue active)");
        show("mail1", log.build());
        assertThat(shown()).hasSize(before + 1).last().isEqualTo("AAAAAA1/removed");
        assertThat(model.status().get().summary().toString()).endsWith(before + 1 + " match");
    }

    @Test
    void aMistakeLeavesTheLastGoodFilterInForce() {
        show("mail1", line(TestingLog.of(), 1, "AAAAAA1: removed").build());
        model.filter("event:removed");
        model.filter("event:removd");
        assertThat(Objects.requireNonNull(model.mistake().get()).column()).isEqualTo(7);
        assertThat(shown()).hasSize(1);
        model.filter("nowhere");
        assertThat(model.mistake().get()).isNull();
        assertThat(model.status().get().empty()).isEqualTo(LogStatus.Empty.NOTHING_MATCHES);
    }

    @Test
    void anAnswerToAnotherFilterIsDropped() {
        Deque<Runnable> screen = new ArrayDeque<>();
        LogViewModel slow =
                new LogViewModel(
                        new Background(Runnable::run, screen::add),
                        CLOCK,
                        TestingJudgement.BUILT_IN);
        slow.show(fleet("mail1", TestingLog.of().campaign("mail1", 20).build()));
        slow.filter("event:removed");
        slow.filter("event:queued");
        screen.forEach(Runnable::run);
        assertThat(slow.answer().get().query().filter()).hasToString("event:queued");
        assertThat(slow.answer().get().size()).isBetween(1, 20);
    }

    @Test
    void whatTheWindowDropsIsDroppedAndPositionsGoOn() {
        TestingLog log = TestingLog.of().keeping(1 << 18);
        for (int i = 0; i < 1_000; i++) {
            line(log, i, "AAAAAA1: removed");
        }
        show("mail1", log.build());
        long second = model.answer().get().first() + 1;
        for (int i = 1_000; i < 12_000; i++) {
            line(log, i, "AAAAAA1: removed");
            if (i % 500 == 499) {
                show("mail1", log.build());
            }
        }
        LogAnswer answer = model.answer().get();
        assertThat(answer.first()).isGreaterThan(second);
        assertThat(answer.end()).isEqualTo(12_000);
        assertThat(answer.size()).isLessThan(12_000);
        assertThat(text.row(answer, answer.first()).time().toString()).isNotEmpty();
    }

    @Test
    void theMergedListBeginsWhereAllWindowsAreWhole() {
        TestingLog busy = TestingLog.of().keeping(1 << 18);
        for (int i = 0; i < 12_000; i++) {
            line(busy, i, "AAAAAA1: removed");
        }
        TestingLog quiet =
                line(line(TestingLog.of(), 5, "AAAAAA2: removed"), 11_990, "AAAAAA3: removed");
        show("mail1", busy.build(), "mail2", quiet.build());
        assertThat(shown()).contains("AAAAAA3/removed").doesNotContain("AAAAAA2/removed");
        model.choose("mail2");
        assertThat(shown()).containsExactly("AAAAAA2/removed", "AAAAAA3/removed");
    }

    @Test
    void aGapStandsBetweenTheLinesItParts() {
        TestingLog log =
                line(line(TestingLog.of(), 1, "AAAAAA1: removed"), 9, "AAAAAA2: removed")
                        .gap(
                                new LogGap(
                                        NOW.plusSeconds(10),
                                        "/var/log/mail.log",
                                        LogGap.Cause.ROTATED_AWAY,
                                        NOW.plusSeconds(1),
                                        NOW.plusSeconds(9),
                                        null));
        show("mail1", log.build());
        assertThat(shown()).containsExactly("AAAAAA1/removed", "gap", "AAAAAA2/removed");
        assertThat(text.row(model.answer().get(), 1).text())
                .hasToString(
                        "Lost: 2026-03-13 13:32:08 to 13:32:16. /var/log/mail.log was rotated and is"
                                + " gone from the server.");
        line(log, 11, "AAAAAA3: removed");
        show("mail1", log.build());
        assertThat(shown())
                .containsExactly("AAAAAA1/removed", "gap", "AAAAAA2/removed", "AAAAAA3/removed");
        assertThat(model.answer().get().lines()).isEqualTo(3);
    }

    @Test
    void aLogThatBeginsAnewIsReadAnew() {
        show("mail1", TestingLog.of().campaign("mail1", 5).build());
        show("mail1", line(TestingLog.of(), 1, "AAAAAA1: removed").build());
        assertThat(shown()).containsExactly("AAAAAA1/removed");
        assertThat(model.answer().get().generation()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sent        | SENT     | AAAAAA1: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)
                    deferred    | DEFERRED | AAAAAA1: to=<a@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (x)
                    bounced     | BOUNCED  | AAAAAA1: to=<a@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=5.0.0, status=bounced (x)
                    removed     | QUEUE    | AAAAAA1: removed
                    warning     | WARNING  | warning: something
                    error       | ERROR    | fatal: something
                    unknown     | OTHER    | a line that no rule knows
                    """)
    void aLineIsToldByItsOutcome(String word, Outcome outcome, String message) {
        show("mail1", TestingLog.of().line(NOW, "host", "smtp", message).build());
        LogRow row = text.row(model.answer().get(), 0);
        assertThat(row.word()).hasToString(word);
        assertThat(row.outcome()).isEqualTo(outcome);
    }

    @Test
    void ofADeliveryTheRowTellsWhatPeopleLookFor() {
        show(
                "mail1",
                TestingLog.of()
                        .line(
                                NOW,
                                "host",
                                "smtp",
                                "AAAAAA1: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25,"
                                        + " delay=12, delays=1/1/5/5, dsn=4.7.1, status=deferred"
                                        + " (host mx.example.org[192.0.2.1] said: 450 4.7.1 later"
                                        + " (in reply to RCPT TO command))")
                        .build());
        assertThat(text.row(model.answer().get(), 0).text())
                .hasToString(
                        "to=<a@example.org> relay=mx.example.org delay=12 4.7.1 (450 4.7.1 later"
                                + " (in reply to RCPT TO command))");
        assertThat(text.whole(model.answer().get(), 0).toString()).contains("delays=1/1/5/5");
    }

    @Test
    void whatStrangersWroteIsMadeVisible() {
        show("mail1", line(TestingLog.of(), 1, "warning: \u202egnp.exe\u0007").build());
        LogAnswer answer = model.answer().get();
        assertThat(text.row(answer, 0).text().toString()).contains("⟨U+202E⟩gnp.exe⟨U+0007⟩");
        assertThat(text.whole(answer, 0).toString()).contains("⟨U+202E⟩").startsWith("2026-03-13T");
    }

    @Test
    void saysWhereTheLinesComeFromAndWhatWouldGrantThem() {
        show("mail1", line(TestingLog.of(), 1, "AAAAAA1: removed").counted(3, 7).build());
        LogStatus.Source file = model.status().get().sources().getFirst();
        assertThat(file.text())
                .hasToString("mail1: /var/log/mail.log. Postfix writes it itself (maillog_file).");
        assertThat(file.tone()).isEqualTo(Tone.OK);
        assertThat(model.status().get().notUnderstood()).isEqualTo(3);
        assertThat(model.status().get().foreign()).isEqualTo(7);
        show(
                "mail1",
                TestingLog.of()
                        .source(
                                new LogSource.Unreadable(
                                        "/var/log/mail.log",
                                        "permission denied",
                                        "usermod -aG adm x"))
                        .build());
        assertThat(model.status().get().sources().getFirst().grant())
                .hasToString("usermod -aG adm x");
        assertThat(model.status().get().empty()).isEqualTo(LogStatus.Empty.NO_LOG);
    }

    @Test
    void tellsHowFarBehindItIs() {
        show("mail1", TestingLog.of().behind(400L << 20).build());
        show("mail1", TestingLog.of().behind(100L << 20).build());
        LogStatus.Source source = model.status().get().sources().getFirst();
        assertThat(source.text().toString()).endsWith("Reading, 100 MB behind.");
        assertThat(source.progress()).isEqualTo(0.75);
        show("mail1", TestingLog.of().build());
        assertThat(model.status().get().sources().getFirst().progress()).isNaN();
    }

    @Test
    void whileThePageIsNotShownNothingIsSearched() {
        model.setShowing(false);
        show("mail1", line(TestingLog.of(), 1, "AAAAAA1: removed").build());
        assertThat(model.answer().get().size()).isZero();
        model.setShowing(true);
        assertThat(model.answer().get().size()).isEqualTo(1);
    }

    /// Three zones: the log's, the person's, and the machine's that the tests run on.
    @Test
    void timesWithoutAZoneAreTheServersAndShownInThePersonsZone() {
        RowText inOslo = new RowText(new Times(ZoneId.of("Europe/Oslo")), CLOCK);
        String line = "Mar 13 22:30:00 host postfix/qmgr[1]: AAAAAA1: removed";
        LogSnapshot log = TestingLog.of().line(line).build();
        model.show(
                new FleetSnapshot(
                        List.of(
                                TestingLog.with(
                                        TestingSnapshot.of("mail1").zone("Asia/Tokyo").build(),
                                        log),
                                TestingLog.with(
                                        TestingSnapshot.of("mail2")
                                                .zone("America/New_York")
                                                .build(),
                                        TestingLog.of()
                                                .line(line.replace("22:30", "09:29"))
                                                .build()))));
        LogAnswer answer = model.answer().get();
        assertThat(inOslo.row(answer, answer.first()).server()).hasToString("mail2");
        assertThat(inOslo.row(answer, answer.first()).time()).hasToString("14:29:00");
        assertThat(inOslo.row(answer, answer.end() - 1).time()).hasToString("14:30:00");
        assertThat(inOslo.moment(answer, answer.end() - 1))
                .hasToString("2026-03-13 14:30:00 Oslo (22:30:00 Tokyo on the server)");
        assertThat(text.moment(answer, answer.end() - 1)).asString().startsWith("2026-03-13 13:30");
    }

    /// The zone is known before the lines are; but a server that is moved tells another one.
    @Test
    void anotherZoneReadsTheTimesAnew() {
        LogSnapshot log =
                TestingLog.of().line("Mar 13 12:00:00 host postfix/qmgr[1]: AAAAAA1: gone").build();
        for (String zone : List.of("UTC", "Europe/Oslo")) {
            model.show(
                    new FleetSnapshot(
                            List.of(
                                    TestingLog.with(
                                            TestingSnapshot.of("mail1").zone(zone).build(), log))));
            model.choose("mail1");
        }
        model.choose(null);
        LogAnswer answer = model.answer().get();
        assertThat(text.row(answer, answer.first()).time()).hasToString("11:00:00");
    }

    /// Two instances, of which one has a log that may not be read.
    @Test
    void showsAllThatAServerLogsTo() {
        LogSource denied =
                new LogSource.Unreadable(
                        "/var/log/mail-out.log",
                        "Postfix writes it itself (maillog_file).",
                        "setfacl -m u:ops:r /var/log/mail-out.log");
        TestingLog log = TestingLog.of().source(TestingLog.FILE, denied);
        show("mail1", line(log, 1, "AAAAAA1: removed").build());
        assertThat(model.status().get().sources())
                .extracting(source -> source.tone() + " " + source.text())
                .containsExactly(
                        "OK mail1: /var/log/mail.log. Postfix writes it itself (maillog_file).",
                        "WARN mail1: /var/log/mail-out.log can't be read. Postfix writes it itself"
                                + " (maillog_file). This line grants it:");
        assertThat(model.status().get().sources().get(1).grant())
                .hasToString("setfacl -m u:ops:r /var/log/mail-out.log");
        show("mail1", log.build(), "mail2", TestingLog.of().build());
        assertThat(model.status().get().sources())
                .as("of several servers only what is missing")
                .singleElement()
                .satisfies(source -> assertThat(source.tone()).isEqualTo(Tone.WARN));
    }

    @Test
    void saysWhyALogIsNotReadAtTheMoment() {
        show("mail1", TestingLog.of().trouble("dd: Input/output error").build());
        LogStatus.Source source = model.status().get().sources().getFirst();
        assertThat(source.tone()).isEqualTo(Tone.WARN);
        assertThat(source.text().toString())
                .endsWith("Not read at the moment: dd: Input/output error");
    }

    @Test
    void aWordThatBecomesAKeyIsNoLongerLookedFor() {
        show("mail1", line(TestingLog.of(), 1, "AAAAAA1: removed").build());
        model.filter("event:removed delay");
        assertThat(shown()).isEmpty();
        model.filter("event:removed delay>");
        assertThat(shown()).hasSize(1);
        model.filter("event:removed delay>foo");
        assertThat(shown()).hasSize(1);
        assertThat(Objects.requireNonNull(model.mistake().get()).column()).isEqualTo(21);
    }
}
