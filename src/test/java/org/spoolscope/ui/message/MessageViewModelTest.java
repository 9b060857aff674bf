package org.spoolscope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.people.AddressMask;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;

class MessageViewModelTest {
    private static final Instant NOW = TestingLog.NOW;
    private static final String SENT =
            ", relay=mx.firma.example[198.51.100.7]:25, delay=1.2, delays=0.18/0.06/0.43/0.53,"
                    + " dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as BBBBBB1)";
    private static final String DEFERRED =
            ", relay=none, delay=61, delays=60/0.5/0.5/0, dsn=4.4.1, status=deferred (connect to"
                    + " mx.uni.example[203.0.113.5]:25: Connection timed out)";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW.plusSeconds(100));
    private final InstantSource clock = now::get;
    private final TestingOldLogs old = new TestingOldLogs();
    private final MessageViewModel model =
            new MessageViewModel(
                    new Background(Runnable::run, Runnable::run),
                    clock,
                    new WindowSearch(clock),
                    old);

    private static TestingLog accepted() {
        return at(
                at(
                        at(
                                TestingLog.of(),
                                0,
                                "smtpd",
                                "AAAAAA1: client=app1.shop.example[192.0.2.20],"
                                        + " sasl_method=PLAIN, sasl_username=app"),
                        0,
                        "cleanup",
                        "AAAAAA1: message-id=<8812.x@shop.example>"),
                0,
                "qmgr",
                "AAAAAA1: from=<news@shop.example>, size=4312, nrcpt=2 (queue active)");
    }

    private static TestingLog at(TestingLog log, int second, String program, String text) {
        return log.line(NOW.plusSeconds(second), "host", program, text);
    }

    private void show(TestingLog mail1, TestingLog mail2) {
        model.show(
                new FleetSnapshot(
                        List.of(
                                TestingLog.with(TestingSnapshot.of("mail1").build(), mail1.build()),
                                TestingLog.with(
                                        TestingSnapshot.of("mail2").build(), mail2.build()))));
    }

    private Timeline shown() {
        return Objects.requireNonNull(model.chosen().get());
    }

    private List<String> words() {
        return shown().steps().stream().map(step -> step.word().toString()).toList();
    }

    @Test
    void tellsTheJourneyStepByStep() {
        TestingLog log = accepted();
        at(log, 1, "smtp", "AAAAAA1: to=<kari@firma.example>" + SENT);
        at(log, 61, "smtp", "AAAAAA1: to=<per@uni.example>" + DEFERRED);
        at(log, 62, "postsuper", "AAAAAA1: placed on hold");
        at(log, 63, "postsuper", "AAAAAA1: released from hold");
        show(log, TestingLog.of());
        model.find(new MessageQuery("mail1", " AAAAAA1 "));
        assertThat(words())
                .containsExactly("Received", "Queued", "Sent", "Deferred", "Held", "Released");
        assertThat(shown().steps().getFirst().what())
                .hasToString("from app1.shop.example[192.0.2.20], authenticated as app");
        Timeline timeline = shown();
        assertThat(timeline.state()).hasToString("deferred");
        assertThat(timeline.tone()).isEqualTo(Tone.WARN);
        assertThat(timeline.sender()).hasToString("news@shop.example");
        assertThat(timeline.recipients())
                .extracting(DisplayText::toString)
                .containsExactly("kari@firma.example", "per@uni.example");
        assertThat(timeline.messageId()).hasToString("<8812.x@shop.example>");
        assertThat(timeline.complete()).isTrue();
        TimelineStep sent = timeline.steps().get(2);
        assertThat(Objects.requireNonNull(sent.stages()).millis())
                .containsExactly(180, 60, 430, 530);
        assertThat(sent.delay()).hasToString("1.2 s");
        assertThat(sent.what())
                .hasToString(
                        "250 2.0.0 Ok: queued as BBBBBB1 · by mx.firma.example[198.51.100.7]:25");
        assertThat(TimelineText.about(timeline, now.get()))
                .hasToString("mail1 · 1 min old · 4,312 bytes");
    }

    /// The age, and with it the next try, is not that of the first line in memory.
    @Test
    void whatHasItsBeginningOutsideOfMemoryIsAsOldAsItsAttemptSays() {
        String active = "AAAAAA1: from=<news@shop.example>, size=4312, nrcpt=1 (queue active)";
        TestingLog log = at(TestingLog.of(), 0, "qmgr", active);
        show(log, TestingLog.of());
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(TimelineText.about(shown(), now.get())).hasToString("mail1 · 4,312 bytes");

        String waited = DEFERRED.replace("delay=61", "delay=4500");
        at(log, 10, "smtp", "AAAAAA1: to=<per@uni.example>" + waited);
        now.set(NOW.plusSeconds(110));
        show(log, TestingLog.of());
        assertThat(shown().complete()).isFalse();
        assertThat(TimelineText.about(shown(), now.get()))
                .hasToString("mail1 · 1 h 16 min old · 4,312 bytes");
        // By the longest pause that the defaults allow, 4,000 s.
        assertThat(shown().steps().getLast().at()).isEqualTo(NOW.plusSeconds(4010 - 3));
    }

    @Test
    void whatIsSaidOfItsPeopleWithoutTheirDomainIsKnownToBeAboutThem() {
        TestingLog log = at(TestingLog.of(), 0, "pickup", "AAAAAA1: uid=1000 from=<jane>");
        at(log, 1, "qmgr", "AAAAAA1: from=<jane@shop.example>, size=4312, nrcpt=1 (queue active)");
        at(
                log,
                2,
                "smtp",
                "AAAAAA1: to=<per.berg@uni.example>, orig_to=<berg>"
                        + DEFERRED.replace("(", "(per.berg, berg, jane: "));
        show(log, TestingLog.of());
        model.find(new MessageQuery("", "AAAAAA1"));

        AddressMask mask = new AddressMask();
        List<DisplayText> lines = TimelineText.lines(shown(), new Times(ZoneOffset.UTC), now.get());
        assertThat(lines).anyMatch(line -> line.toString().contains("berg, jane: "));
        assertThat(lines)
                .map(mask::hide)
                .noneMatch(line -> line.toString().contains("jane"))
                .noneMatch(line -> line.toString().contains("berg"))
                .anyMatch(line -> line.toString().contains("•••, •••, •••: "));
    }

    @Test
    void theSameReplyIsToldOnceAndTheNextTryIsEstimated() {
        TestingLog log = accepted();
        at(log, 61, "smtp", "AAAAAA1: to=<per@uni.example>" + DEFERRED);
        at(log, 361, "smtp", "AAAAAA1: to=<per@uni.example>" + DEFERRED);
        show(log, TestingLog.of());
        now.set(NOW.plusSeconds(400));
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(words())
                .containsExactly("Received", "Queued", "Deferred", "Deferred", "Next try");
        assertThat(shown().steps().get(3).what()).hasToString("The same reply · try 2");
        TimelineStep next = shown().steps().getLast();
        assertThat(next.at()).isEqualTo(NOW.plusSeconds(722 - 3));
        assertThat(next.kind()).isEqualTo(TimelineStep.Kind.EXPECTED);
        assertThat(next.what()).hasToString("or up to 5 min later, by qmgr's rules");
    }

    @Test
    void whatIsAheadIsToldBySettingsAndQueue() {
        TestingLog log = accepted();
        at(log, 61, "smtp", "AAAAAA1: to=<per@uni.example>" + DEFERRED);
        now.set(NOW.plusSeconds(100));
        show(log, QueueName.DEFERRED);
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(shown().steps().getLast().at()).isEqualTo(NOW.plusSeconds(61 + 1_200 - 3));
        Prospect prospect = Objects.requireNonNull(model.prospect());
        assertThat(prospect.nextAttempt())
                .isEqualTo(
                        new Forecast.Between(
                                NOW.plusSeconds(100), NOW.plusSeconds(100 + 1_200 + 300 + 1)));
        show(log, QueueName.HOLD);
        assertThat(Objects.requireNonNull(model.prospect()).nextAttempt())
                .isEqualTo(new Forecast.Never());
        show(log, TestingLog.of());
        assertThat(model.prospect()).isNull();
    }

    /// With the message in a queue, by the only setting that is not Postfix's own.
    private void show(TestingLog log, QueueName queue) {
        InstanceSettings own = InstanceSettings.defaults("-");
        InstanceSettings slow =
                new InstanceSettings(
                        Duration.ofMinutes(20),
                        own.maximalBackoff(),
                        own.queueRunDelay(),
                        own.maximalLifetime(),
                        own.bounceLifetime(),
                        own.activeLimit(),
                        own.destinationConcurrency(),
                        own.syslogName());
        QueuedMessage message =
                new QueuedMessage(
                        "-",
                        queue,
                        new QueueId("AAAAAA1"),
                        NOW,
                        4_312,
                        "news@shop.example",
                        List.of(),
                        false);
        ServerSnapshot server = TestingSnapshot.of("mail1").queue(slow, List.of(message)).build();
        model.show(new FleetSnapshot(List.of(TestingLog.with(server, log.build()))));
    }

    @Test
    void linksToTheNextHopAndBack() {
        TestingLog first = accepted();
        at(first, 1, "smtp", "AAAAAA1: to=<kari@firma.example>" + SENT);
        at(first, 1, "qmgr", "AAAAAA1: removed");
        TestingLog second =
                at(
                        at(
                                TestingLog.of(),
                                1,
                                "smtpd",
                                "BBBBBB1: client=mail1.example.com[192.0.2.10]"),
                        1,
                        "cleanup",
                        "BBBBBB1: message-id=<8812.x@shop.example>");
        show(first, second);
        model.find(new MessageQuery("mail1", "AAAAAA1"));
        TimelineStep.Link onwards =
                shown().steps().stream()
                        .flatMap(step -> step.links().stream())
                        .findFirst()
                        .orElseThrow();
        assertThat(onwards.text()).hasToString("Continues on mail2 as BBBBBB1");
        model.find(new MessageQuery(onwards.server(), onwards.id()));
        assertThat(shown().id()).isEqualTo("BBBBBB1");
        TimelineStep.Link back = shown().steps().getFirst().links().getFirst();
        assertThat(back.server() + " " + back.id()).isEqualTo("mail1 AAAAAA1");
    }

    @Test
    void findsByAddressNewestFirstAndKeepsTheChoiceWhenLinesCome() {
        TestingLog log = accepted();
        at(log, 1, "smtp", "AAAAAA1: to=<kari@firma.example>" + SENT);
        at(log, 2, "qmgr", "AAAAAA2: from=<news@shop.example>, size=1, nrcpt=1 (queue active)");
        show(log, TestingLog.of());
        model.find(new MessageQuery("", "news@shop.example"));
        assertThat(model.answer().get().found())
                .extracting(Timeline::id)
                .containsExactly("AAAAAA2", "AAAAAA1");
        model.choose(model.answer().get().found().get(1));
        at(log, 3, "qmgr", "AAAAAA1: removed");
        show(log, TestingLog.of());
        assertThat(words()).doesNotContain("Removed");
        now.set(now.get().plusSeconds(3));
        show(log, TestingLog.of());
        assertThat(shown().id()).isEqualTo("AAAAAA1");
        assertThat(words()).endsWith("Removed");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        show(accepted(), TestingLog.of());
        model.find(new MessageQuery("", "CCCCCC1"));
        assertThat(model.chosen().get()).isNull();
        assertThat(model.searching().get()).isFalse();
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(shown().id()).isEqualTo("AAAAAA1");
        model.find(new MessageQuery("", ""));
        assertThat(model.chosen().get()).isNull();
    }

    @Test
    void isCopiedAsTextWithItsTimes() {
        TestingLog log = accepted();
        at(log, 61, "smtp", "AAAAAA1: to=<\u202eper@uni.example>" + DEFERRED);
        show(log, TestingLog.of());
        model.find(new MessageQuery("", "AAAAAA1"));
        List<DisplayText> lines = TimelineText.lines(shown(), new Times(ZoneOffset.UTC), now.get());
        assertThat(lines.getFirst())
                .hasToString("AAAAAA1: deferred. mail1 · 1 min old · 4,312 bytes");
        assertThat(lines)
                .extracting(DisplayText::toString)
                .anyMatch(line ->
                        line.startsWith(
                                        "2026-03-13 13:33:08 UTC  Deferred  ⟨U+202E⟩per@uni.example")
                                && line.contains("before the queue manager 1 min"));
    }

    private static String oldLine(int second, String program, String text) {
        return NOW.plusSeconds(second).toString().replace("Z", "+00:00")
                + " host postfix/"
                + program
                + "[4711]: "
                + text;
    }

    private List<String> said() {
        return model.oldSearch().get().servers().stream()
                .flatMap(server -> OldSearchText.of(server).stream())
                .map(said -> said.text().toString())
                .toList();
    }

    /// The newest lines are in memory and in the server's own logs: told once.
    @Test
    void findsABeginningInOldLogsAndTellsNothingTwice() {
        String last = "AAAAAA1: to=<per@uni.example>" + DEFERRED;
        TestingLog log = at(TestingLog.of(), 361, "smtp", last);
        old.file(SearchedFile.State.SEARCHING, 1, 2, "/var/log/mail.log.1")
                .file(SearchedFile.State.SEARCHING, 2, 2, "/var/log/mail.log")
                .lines(
                        "mail1",
                        true,
                        oldLine(0, "smtpd", "AAAAAA1: client=app1.shop.example[192.0.2.20]"),
                        oldLine(0, "cleanup", "AAAAAA1: message-id=<8812.x@shop.example>"),
                        oldLine(
                                0,
                                "qmgr",
                                "AAAAAA1: from=<news@shop.example>, size=4312, nrcpt=1 (queue"
                                        + " active)"),
                        oldLine(61, "smtp", last),
                        oldLine(361, "smtp", last));
        show(log, TestingLog.of());
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(words()).startsWith("Deferred");
        assertThat(shown().complete()).isFalse();
        assertThat(model.isOldSearched()).isFalse();
        model.searchOld();
        assertThat(old.asked).containsExactly("mail1 AAAAAA1");
        assertThat(words())
                .startsWith("Received", "Queued", "Deferred", "Deferred")
                .filteredOn("Deferred"::equals)
                .hasSize(2);
        assertThat(shown().complete()).isTrue();
        assertThat(said())
                .containsExactly(
                        "mail1: searched 2 files, from /var/log/mail.log.1 to /var/log/mail.log.");
        at(log, 400, "qmgr", "AAAAAA1: removed");
        now.set(now.get().plusSeconds(3));
        show(log, TestingLog.of());
        assertThat(words()).startsWith("Received").endsWith("Removed");
    }

    @Test
    void saysWhatCouldNotBeSearchedAndWhy() {
        old.file(SearchedFile.State.DENIED, 1, 4, "/var/log/mail.log.3.gz")
                .file(SearchedFile.State.SEARCHING, 2, 4, "/var/log/mail.log.2.xz")
                .file(SearchedFile.State.NO_TOOL, 2, 4, "/var/log/mail.log.2.xz")
                .file(SearchedFile.State.SEARCHING, 3, 4, "/var/log/mail.log.1")
                .file(SearchedFile.State.SEARCHING, 4, 4, "/var/log/mail.log")
                .lines("mail1", true);
        show(accepted(), TestingLog.of());
        model.find(new MessageQuery("", "CCCCCC1"));
        model.searchOld();
        assertThat(old.asked).containsExactly("mail1 CCCCCC1", "mail2 CCCCCC1");
        assertThat(model.chosen().get()).isNull();
        assertThat(model.isOldSearched()).isTrue();
        assertThat(said())
                .containsExactly(
                        "mail1: searched 2 files, from /var/log/mail.log.2.xz to"
                                + " /var/log/mail.log.",
                        "mail1: this account may not read /var/log/mail.log.3.gz.",
                        "mail1: could not unpack /var/log/mail.log.2.xz: there is no xz.",
                        "mail2: not searched, there is no link.");
    }

    @Test
    void whatCanNotBeReadComesWithTheLineThatGrantsIt() {
        old.result(
                "mail1",
                new TraceResult.NoFile(
                        List.of(
                                new LogSource.Unreadable(
                                        "/var/log/mail.log",
                                        "Postfix writes it itself.",
                                        "usermod -aG adm ops"))));
        old.result("mail2", new TraceResult.NoFile(List.of(new LogSource.Journal("why"))));
        show(TestingLog.of(), TestingLog.of());
        model.find(new MessageQuery("", "CCCCCC1"));
        model.searchOld();
        assertThat(said())
                .containsExactly(
                        "mail1: not searched, no log of it can be read.",
                        "/var/log/mail.log can't be read. Postfix writes it itself. This line"
                                + " grants it:",
                        "mail2: not searched. Its log is the journal, and only files can be"
                                + " searched.");
        assertThat(OldSearchText.of(model.oldSearch().get().servers().getFirst()).getLast().grant())
                .hasToString("usermod -aG adm ops");
    }

    @Test
    void otherWordsForgetTheOldLinesAndLinksKeepThem() {
        old.lines(
                "mail1",
                true,
                oldLine(0, "smtpd", "AAAAAA1: client=app1.shop.example[192.0.2.20]"),
                oldLine(1, "bounce", "AAAAAA1: sender non-delivery notification: AAAAAA9"),
                oldLine(1, "cleanup", "AAAAAA9: message-id=<notice@shop.example>"),
                oldLine(2, "qmgr", "AAAAAA9: from=<>, size=99, nrcpt=1 (queue active)"));
        show(TestingLog.of(), TestingLog.of());
        model.find(new MessageQuery("", "AAAAAA1"));
        model.searchOld();
        assertThat(shown().id()).isEqualTo("AAAAAA1");
        model.find(new MessageQuery("mail1", "AAAAAA9"));
        assertThat(words()).contains("Came from", "Queued");
        model.find(new MessageQuery("", "CCCCCC1"));
        assertThat(model.oldSearch().get()).isEqualTo(OldSearch.NONE);
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(model.chosen().get()).isNull();
    }

    @Test
    void timesWithoutAZoneAreTheServers() {
        model.show(
                new FleetSnapshot(
                        List.of(
                                TestingLog.with(
                                        TestingSnapshot.of("mail1").zone("Asia/Tokyo").build(),
                                        TestingLog.of()
                                                .line(
                                                        "Mar 13 22:30:00 host postfix/qmgr[1]:"
                                                                + " AAAAAA1: from=<>, size=1,"
                                                                + " nrcpt=1 (queue active)")
                                                .build()))));
        old.lines(
                "mail1",
                true,
                "Mar 13 22:29:00 host postfix/pickup[1]: AAAAAA1: uid=0 from=<root>");
        model.find(new MessageQuery("", "AAAAAA1"));
        assertThat(shown().first()).isEqualTo(Instant.parse("2026-03-13T13:30:00Z"));
        model.searchOld();
        assertThat(shown().first()).isEqualTo(Instant.parse("2026-03-13T13:29:00Z"));
        assertThat(new Times(ZoneId.of("Europe/Oslo")).second(NOW)).hasToString("14:32:07");
    }
}
