package org.spoolscope.postfix.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.model.RateRow;

class LogFiguresTest {
    private static final String FULL =
            "host mx1.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)";

    @Test
    void countsOverTheSpans() {
        TestingLog log = new TestingLog();
        arrive(log, 0, "AAAAAA1");
        log.sent(1, "AAAAAA1", "a@example.net");
        arrive(log, 200, "AAAAAA2");
        log.failed(201, "AAAAAA2", "b@example.net", "deferred", FULL);
        log.failed(202, "AAAAAA2", "c@example.net", "SOFTBOUNCE", FULL);
        log.failed(203, "AAAAAA2", "d@example.net", "bounced", FULL);
        log.line(
                290, "smtpd: NOQUEUE: reject: RCPT from x[192.0.2.9]: 554 5.7.1 no; from=<> to=<>");
        log.line(
                290, "smtpd: NOQUEUE: reject_warning: RCPT from x[192.0.2.9]: 554 5.7.1 no; to=<>");
        log.line(299, "qmgr: AAAAAA2: from=<s@example.org>, status=expired, returned to sender");

        MailRates rates = rates(log);

        assertThat(counts(rates.minute())).isEqualTo("60 s: 0 in, 0 sent, 0 def, 1 bounced, 1 rej");
        assertThat(counts(rates.fiveMinutes()))
                .isEqualTo("300 s: 2 in, 1 sent, 2 def, 2 bounced, 1 rej");
        assertThat(counts(rates.hour())).isEqualTo("300 s: 2 in, 1 sent, 2 def, 2 bounced, 1 rej");
        assertThat(rates.hour().deferralRate()).isEqualTo(2.0 / 5);
        assertThat(rates.hour().bounceRate()).isEqualTo(2.0 / 3);
    }

    @Test
    void aMessageArrivesOnceAndOnlyIfItsBeginningWasRead() {
        TestingLog log = new TestingLog();
        log.line(0, "qmgr: FFFFFF9: from=<>, size=1, nrcpt=1 (queue active)");
        arrive(log, 1, "AAAAAA1");
        log.line(2, "qmgr: AAAAAA1: from=<>, size=1, nrcpt=1 (queue active)");
        log.line(3, "qmgr: AAAAAA1: removed");
        arrive(log, 4, "AAAAAA1");
        log.line(5, "postsuper: AAAAAA1: requeued");
        log.line(6, "pickup: AAAAAA7: uid=0 from=<a@example.org> orig_id=AAAAAA1");
        log.line(6, "cleanup: AAAAAA7: message-id=<x@example.org>");
        log.line(6, "qmgr: AAAAAA7: from=<>, size=1, nrcpt=1 (queue active)");
        log.line(
                7,
                "smtpd: AAAAAA8: client=localhost[127.0.0.1], orig_queue_id=AAAAAA7, orig_client=x[192.0.2.1]");
        log.line(7, "cleanup: AAAAAA8: message-id=<x@example.org>");
        log.line(7, "qmgr: AAAAAA8: from=<>, size=1, nrcpt=1 (queue active)");

        assertThat(rates(log).hour().arrived()).isEqualTo(2);
    }

    @Test
    void whatGoesOnIsNotSent() {
        TestingLog log = new TestingLog();
        log.line(
                0,
                "smtp: AAAAAA1: to=<a@example.net>, relay=127.0.0.1[127.0.0.1]:10024, delay=1,"
                        + " delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AAAAAA2)");
        log.line(
                0,
                "local: AAAAAA1: to=<b@example.org>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0,"
                        + " status=sent (forwarded as AAAAAA3)");
        log.line(
                0,
                "lmtp: AAAAAA1: to=<c@example.org>, relay=127.0.0.1[127.0.0.1]:24, delay=1,"
                        + " delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 <c@example.org> Saved)");

        assertThat(rates(log).hour().sent()).isEqualTo(1);
    }

    /// Against a plain recomputation, on a log of two hours with lines a little out of order.
    @Test
    void agreesWithCountingAnew() {
        record Event(double at, Count count, String domain) {}
        Random random = new Random(3);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            events.add(
                    new Event(
                            random.nextDouble() * 7200,
                            Count.values()[random.nextInt(Count.KINDS)],
                            "d" + random.nextInt(40) + ".example"));
        }
        events.sort(Comparator.comparingDouble(e -> e.at() + 5 * e.domain().hashCode() % 3));
        TestingLog log = new TestingLog();
        Map<String, Long> rows = new HashMap<>();
        long newest = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            write(log, event.at(), event.count(), "A%06X".formatted(i), "u@" + event.domain());
            newest = Math.max(newest, (long) event.at());
            boolean hasDomain = event.count() != Count.ARRIVED && event.count() != Count.REJECTED;
            String row =
                    (long) event.at() / 60
                            + " "
                            + (hasDomain ? event.domain() : "")
                            + " "
                            + event.count();
            rows.merge(row, 1L, Long::sum);
        }

        for (int span : new int[] {60, 300, 3600}) {
            Map<Count, Long> expected = new EnumMap<>(Count.class);
            for (Event event : events) {
                if ((long) event.at() > newest - span) {
                    expected.merge(event.count(), 1L, Long::sum);
                }
            }
            MailRates rates = rates(log);
            MailRates.Span got =
                    span == 60 ? rates.minute() : span == 300 ? rates.fiveMinutes() : rates.hour();
            assertThat(
                            List.of(
                                    got.arrived(),
                                    got.sent(),
                                    got.deferred(),
                                    got.bounced(),
                                    got.rejected()))
                    .containsExactlyElementsOf(expected.values());
            assertThat(got.seconds()).isEqualTo(span);
        }
        List<RateRow> steps = log.figures.rows(10);
        long first = steps.getFirst().from().getEpochSecond() - TestingLog.START.getEpochSecond();
        assertThat(newest - first).isBetween(3580L, 3600L);
        assertThat(steps).hasSize(360);
        assertThat(steps.stream().mapToLong(RateRow::sent).sum())
                .isEqualTo(
                        events.stream()
                                .filter(e -> e.count() == Count.SENT && e.at() >= first)
                                .count());
        Map<String, Long> drained = new HashMap<>();
        for (MinuteRow row : log.figures.drainMinutes()) {
            long minute = (row.minute().getEpochSecond() - TestingLog.START.getEpochSecond()) / 60;
            String key = minute + " " + row.domain() + " ";
            add(drained, key + Count.ARRIVED, row.arrived());
            add(drained, key + Count.SENT, row.sent());
            add(drained, key + Count.DEFERRED, row.deferred());
            add(drained, key + Count.BOUNCED, row.bounced());
            add(drained, key + Count.REJECTED, row.rejected());
        }
        assertThat(drained).isEqualTo(rows);
        assertThat(log.figures.drainMinutes()).isEmpty();
    }

    @Test
    void aGapIsNotAQuietTime() {
        TestingLog log = new TestingLog();
        log.sent(0, "AAAAAA1", "a@example.net");
        log.figures.gap();
        log.sent(100, "AAAAAA1", "a@example.net");
        log.sent(130, "AAAAAA1", "a@example.net");

        MailRates.Span span = rates(log).fiveMinutes();
        assertThat(span.seconds()).isEqualTo(32);
        assertThat(span.sent()).isEqualTo(3);
        assertThat(log.figures.rows(10))
                .extracting(row -> row.from().getEpochSecond() - TestingLog.START.getEpochSecond())
                .containsExactly(0L, 100L, 110L, 120L, 130L);
    }

    @Test
    void timeThatIsSetBackGoesOn() {
        TestingLog log = new TestingLog();
        log.sent(3600, "AAAAAA1", "a@example.net");
        for (int i = 0; i < 60; i++) {
            log.sent(i, "AAAAAA1", "a@example.net");
        }

        assertThat(rates(log).fiveMinutes().sent()).isEqualTo(61);
        assertThat(log.figures.newest()).isEqualTo(TestingLog.START.plusSeconds(59));
        assertThat(log.figures.rows(10).getLast().from())
                .isEqualTo(TestingLog.START.plusSeconds(50));
    }

    /// Two instances, each with a log of its own: the past of the second is read after the first.
    @Test
    void whatAnotherLogHoldsFromBeforeIsNoClockThatWasSetBack() {
        TestingLog log = new TestingLog();
        log.figures.source("/var/log/mail.log");
        campaign(log, 600);
        log.line(1_200, "qmgr: AAAAAA1: removed");
        log.figures.source("/var/log/mail-out.log");
        log.line(0, "master: daemon started");
        campaign(log, 600);
        log.line(1_200, "qmgr: AAAAAA1: removed");

        MailRates rates = rates(log);
        assertThat(log.figures.newest()).isEqualTo(TestingLog.START.plusSeconds(1_200));
        assertThat(rates.hour().sent()).isEqualTo(200);
        assertThat(rates.hour().seconds()).isEqualTo(1_201);
        assertThat(rates.fiveMinutes().sent()).isZero();
        assertThat(log.figures.rows(60))
                .filteredOn(row -> row.sent() > 0)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.from()).isEqualTo(TestingLog.START.plusSeconds(600));
                    assertThat(row.sent()).isEqualTo(200);
                });
    }

    private static void campaign(TestingLog log, int begin) {
        for (int i = 0; i < 100; i++) {
            log.sent(begin + i / 10.0, "AAAAAA1", "a@example.net");
        }
    }

    /// All logs of a server are dated by one clock.
    @Test
    void aClockThatWasSetBackIsSetBackInAllLogs() {
        TestingLog log = new TestingLog();
        for (String source : List.of("/var/log/mail.log", "/var/log/mail-out.log")) {
            log.figures.source(source);
            campaign(log, 1_800);
            campaign(log, 0);
        }
        log.sent(20, "AAAAAA1", "a@example.net");
        log.figures.source("/var/log/mail.log");
        log.sent(21, "AAAAAA1", "a@example.net");

        assertThat(log.figures.newest()).isEqualTo(TestingLog.START.plusSeconds(21));
        assertThat(rates(log).minute().sent()).isEqualTo(402);
    }

    @Test
    void oneLineFromTheFutureIsNotBelieved() {
        TestingLog log = new TestingLog();
        log.sent(0, "AAAAAA1", "a@example.net");
        log.sent(90_000, "AAAAAA1", "a@example.net");
        log.sent(1, "AAAAAA1", "a@example.net");

        assertThat(log.figures.newest()).isEqualTo(TestingLog.START.plusSeconds(1));
        assertThat(rates(log).minute().sent()).isEqualTo(3);

        for (int i = 0; i < 3; i++) {
            log.sent(90_000 + i, "AAAAAA1", "a@example.net");
        }
        assertThat(log.figures.newest()).isEqualTo(TestingLog.START.plusSeconds(90_002));
        assertThat(rates(log).minute().sent()).isEqualTo(1);
    }

    @Test
    void idleTimeIsQuiet() {
        TestingLog log = new TestingLog();
        log.sent(0, "AAAAAA1", "a@example.net");
        Instant later = TestingLog.START.plusSeconds(3_000);
        log.figures.idleUntil(later.toEpochMilli() * 1000);

        assertThat(counts(rates(log).fiveMinutes()))
                .isEqualTo("300 s: 0 in, 0 sent, 0 def, 0 bounced, 0 rej");
        assertThat(rates(log).hour().seconds()).isEqualTo(3001);
    }

    @Test
    void delaysAreThoseOfTheStages() {
        TestingLog log = new TestingLog();
        for (int i = 1; i <= 100; i++) {
            log.line(
                    i,
                    "smtp: AAAAAA1: to=<a@example.net>, relay=mx[192.0.2.1]:25, delay=9, delays=%d/0.5/%s/0, dsn=2.0.0, status=sent (250 ok)"
                            .formatted(i, i * 0.01));
        }
        log.line(
                100,
                "smtp: AAAAAA1: to=<a@example.net>, relay=none, delay=9, delays=9000/9000/0/0,"
                        + " dsn=4.4.3, status=deferred (no host)");
        MailRates.StageDelays delays = rates(log).hour().delays();

        assertThat(delays.beforeQueue().median()).isCloseTo(50_000, within(50_000 * 0.07));
        assertThat(delays.beforeQueue().p95()).isCloseTo(95_000, within(95_000 * 0.07));
        assertThat(delays.beforeQueue().max()).isCloseTo(100_000, within(100_000 * 0.07));
        assertThat(delays.inQueue().median()).isCloseTo(500, within(35.0));
        assertThat(delays.connecting().median()).isCloseTo(500, within(35.0));
        assertThat(delays.sending().max()).isZero();
        // Of 60 s and the five that they begin in: 40 to 100.
        assertThat(rates(log).minute().delays().beforeQueue().median())
                .isCloseTo(70_000, within(70_000 * 0.04));
    }

    /// Not of all the minutes that it touches.
    @Test
    void delaysOfTheLastMinuteAreOfNoTimeBefore() {
        TestingLog log = new TestingLog();
        for (int i = 0; i < 10; i++) {
            log.failed(65, "AAAAAA1", "a@example.net", "deferred", FULL);
        }
        log.sent(129, "AAAAAA2", "b@example.net");

        MailRates rates = rates(log);
        assertThat(rates.minute().delays().beforeQueue().median()).isCloseTo(500, within(20.0));
        assertThat(rates.fiveMinutes().delays().beforeQueue().median())
                .isCloseTo(8_000, within(320.0));
    }

    @Test
    void destinationsAreProvidersOrDomains() {
        TestingLog log = new TestingLog();
        log.sent(0, "AAAAAA1", "a@Gmail.com");
        log.sent(0, "AAAAAA1", "b@googlemail.com");
        log.sent(0, "AAAAAA1", "c@small.example");
        log.failed(1, "AAAAAA1", "d@small.example", "deferred", FULL);
        log.failed(1, "AAAAAA1", "\"x@y\"@small.example", "bounced", FULL);
        log.line(
                1,
                "smtp: AAAAAA1: to=<e@company.example>, relay=aspmx.l.google.com[192.0.2.27]:25,"
                        + " delay=4, delays=1/1/1/1, dsn=2.0.0, status=sent (250 ok)");
        List<DestinationFigures> found = log.figures.destinations(10);

        assertThat(found)
                .extracting(d ->
                        "%s %s %d: %d %d %d"
                                .formatted(
                                        d.name(),
                                        d.provider(),
                                        d.domains(),
                                        d.sent(),
                                        d.deferred(),
                                        d.bounced()))
                .containsExactlyInAnyOrder("Gmail true 3: 3 0 0", "small.example false 1: 1 1 1");
        DestinationFigures small =
                found.stream().filter(d -> !d.provider()).findFirst().orElseThrow();
        assertThat(small.delay().median()).isCloseTo(2500, within(175.0));
        assertThat(small.causes()).hasSize(1);
        assertThat(small.causes().getFirst().deferred()).isEqualTo(1);
        assertThat(small.causes().getFirst().bounced()).isEqualTo(1);
    }

    @Test
    void connectionsAreThoseBusyAtOnce() {
        TestingLog log = new TestingLog();
        for (int i = 0; i < 20; i++) {
            log.line(
                    30 + i * 0.001,
                    "smtp: AAAAAA1: to=<a@example.net>, relay=mx[192.0.2.1]:25, delay=9,"
                            + " delays=0/0/5/5, dsn=2.0.0, status=sent (250 ok)");
        }
        for (int i = 0; i < 100; i++) {
            log.line(
                    50 + i * 0.1,
                    "smtp: AAAAAA1: to=<a@example.org>, relay=mx[192.0.2.1]:25, delay=9,"
                            + " delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 ok)");
        }

        assertThat(log.figures.destinations(10))
                .extracting(d -> d.name() + " " + d.connections())
                .containsExactlyInAnyOrder("example.net 20", "example.org 1");
    }

    @Test
    void causesAreGroupedWithTheRelay() {
        TestingLog log = new TestingLog();
        log.failed(0, "AAAAAA1", "a@example.net", "deferred", FULL);
        log.failed(400, "AAAAAA2", "b@example.org", "bounced", FULL);
        for (String none : List.of("one.example", "two.example")) {
            log.line(
                    401,
                    "smtp: AAAAAA3: to=<a@%s>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.3, status=deferred (mail transport unavailable)"
                            .formatted(none));
        }
        log.line(
                402,
                "smtp: AAAAAA3: to=<a@three.example>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1,"
                        + " status=deferred (connect to mx7.four.example[192.0.2.4]:25: Connection timed out)");

        List<CauseFigures> causes = log.figures.causes(10);

        assertThat(causes)
                .extracting(c ->
                        "%s %s %d %d %d"
                                .formatted(
                                        c.kind(), c.relay(), c.deferred(), c.bounced(), c.recent()))
                .containsExactlyInAnyOrder(
                        "MAILBOX_FULL example.net 1 1 1",
                        "LOCAL_CONFIG one.example 1 0 1",
                        "LOCAL_CONFIG two.example 1 0 1",
                        "CONNECTION four.example 1 0 1");
        CauseFigures full = causes.getFirst();
        assertThat(full.reason())
                .isEqualTo(
                        "host example.net said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)");
        assertThat(full.example()).isEqualTo(FULL);
        assertThat(full.first()).isEqualTo(TestingLog.START);
        assertThat(full.last()).isEqualTo(TestingLog.START.plusSeconds(400));
    }

    @Test
    void whatIsOlderThanAnHourIsGone() {
        TestingLog log = new TestingLog();
        log.failed(0, "AAAAAA1", "a@example.net", "deferred", FULL);
        log.failed(2000, "AAAAAA1", "a@example.net", "deferred", FULL);
        log.line(5000, "qmgr: AAAAAA1: removed");

        assertThat(log.figures.causes(10)).extracting(CauseFigures::deferred).containsExactly(1L);
        assertThat(log.figures.destinations(10))
                .extracting(DestinationFigures::deferred)
                .containsExactly(1L);

        log.figures.idleUntil(TestingLog.START.plusSeconds(9000).toEpochMilli() * 1000);
        assertThat(log.figures.causes(10)).isEmpty();
        assertThat(log.figures.destinations(10)).isEmpty();
    }

    @Test
    void staysBoundedWhateverIsWritten() {
        TestingLog log = new TestingLog();
        int many = 10_000;
        for (int i = 0; i < many; i++) {
            String letters = letters(i);
            log.failed(
                    i * 0.01,
                    "AAAAAA1",
                    "a@" + letters + ".example",
                    "deferred",
                    "host mx.%s.example[192.0.2.1] said: 450 %s mailbox full"
                            .formatted(letters, letters));
        }
        assertThat(log.figures.causes(100_000)).hasSizeLessThanOrEqualTo(CauseTable.MOST + 15);
        assertThat(log.figures.causes(100_000).stream().mapToLong(CauseFigures::deferred).sum())
                .isEqualTo(many);
        assertThat(log.figures.causes(1).getFirst().kind()).isEqualTo(CauseClass.MAILBOX_FULL);
        List<DestinationFigures> destinations = log.figures.destinations(100_000);
        assertThat(destinations).hasSizeLessThanOrEqualTo(Destinations.MOST + 1);
        assertThat(destinations.getFirst().name()).isEqualTo(DestinationFigures.REST);
        assertThat(destinations.stream().mapToLong(DestinationFigures::deferred).sum())
                .isEqualTo(many);
    }

    private static MailRates rates(TestingLog log) {
        return Objects.requireNonNull(log.figures.rates());
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static void add(Map<String, Long> sums, String key, long count) {
        if (count > 0) {
            sums.merge(key, count, Long::sum);
        }
    }

    private static void write(TestingLog log, double at, Count count, String id, String to) {
        switch (count) {
            case ARRIVED -> arrive(log, at, id);
            case SENT -> log.sent(at, id, to);
            case DEFERRED -> log.failed(at, id, to, "deferred", FULL);
            case BOUNCED -> log.failed(at, id, to, "bounced", FULL);
            case REJECTED ->
                    log.line(
                            at,
                            "smtpd: NOQUEUE: reject: RCPT from x[192.0.2.9]: 554 no; to=<"
                                    + to
                                    + ">");
        }
    }

    private static void arrive(TestingLog log, double at, String id) {
        log.line(at, "smtpd: " + id + ": client=client.example.org[192.0.2.5]");
        log.line(at, "cleanup: " + id + ": message-id=<" + id + "@example.org>");
        log.line(at, "qmgr: " + id + ": from=<s@example.org>, size=1024, nrcpt=1 (queue active)");
    }

    private static String counts(MailRates.Span span) {
        return "%d s: %d in, %d sent, %d def, %d bounced, %d rej"
                .formatted(
                        span.seconds(),
                        span.arrived(),
                        span.sent(),
                        span.deferred(),
                        span.bounced(),
                        span.rejected());
    }
}
