package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

class SimulatedHostTest {
    private static final Duration PRESENT = Duration.ofMinutes(90);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void showsTheSameHoweverOftenItIsAsked(int index) {
        TestingHost once = TestingHost.of(index).at(Duration.ofMinutes(45));
        TestingHost often = TestingHost.of(index);
        for (int seconds = 0; seconds < 45 * 60; seconds += 7) {
            often.at(Duration.ofSeconds(seconds)).host.counters();
            if (seconds % 210 == 0) {
                often.queue();
                often.host.log();
            }
        }
        often.at(Duration.ofMinutes(45));
        assertThat(often.queue()).isNotEmpty().isEqualTo(once.queue());
        assertThat(often.host.log()).isEqualTo(once.host.log());
        assertThat(often.host.totals()).isEqualTo(once.host.totals());
        assertThat(often.host.counters()).isEqualTo(once.host.counters());
    }

    @Test
    void anotherSeedIsAnotherStory() {
        TestingHost one = new TestingHost(Profiles.of(1), 1).at(Duration.ofMinutes(20));
        TestingHost two = new TestingHost(Profiles.of(1), 2).at(Duration.ofMinutes(20));
        assertThat(one.queue()).isNotEqualTo(two.queue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void everyMessageIsQueuedDeliveredOrBounced(int index) {
        TestingHost testing = TestingHost.of(index);
        for (int minute = 0; minute <= 90; minute += 9) {
            Totals totals = testing.at(Duration.ofMinutes(minute)).totals();
            List<QueuedMessage> queue = testing.queue();
            assertThat(totals.queued()).isEqualTo(queue.size());
            assertThat(totals.arrived())
                    .isEqualTo(totals.queued() + totals.delivered() + totals.bounced());
            assertThat(queue)
                    .flatMap(QueuedMessage::recipients)
                    .noneMatch(to -> String.valueOf(to.reason()).contains("queued as"))
                    .noneMatch(to -> String.valueOf(to.reason()).contains(" 5.1.1 "));
            assertThat(queue)
                    .filteredOn(message -> message.queue() == QueueName.DEFERRED)
                    .allMatch(message ->
                            message.recipients().stream().anyMatch(to -> to.reason() != null));
            Set<QueueId> ids = new HashSet<>();
            queue.forEach(message -> ids.add(message.id()));
            assertThat(ids).hasSameSizeAs(queue);
        }
        assertThat(testing.totals().delivered()).isGreaterThan(500);
        assertThat(testing.totals().bounced()).isGreaterThan(5);
    }

    @Test
    void mail1IsInACampaignThatOneProviderSlowsDown() {
        TestingHost mail1 = TestingHost.of(0).at(PRESENT);
        List<QueuedMessage> queue = mail1.queue();
        assertThat(queue).hasSizeBetween(3_200, 5_000);
        List<Recipient> deferred =
                queue.stream()
                        .filter(message -> message.queue() == QueueName.DEFERRED)
                        .flatMap(message -> message.recipients().stream())
                        .toList();
        List<Recipient> limited =
                deferred.stream()
                        .filter(to -> String.valueOf(to.reason()).contains("421-4.7.28"))
                        .toList();
        assertThat(limited).allMatch(to -> to.domain().equals("bigmail.example"));
        assertThat((double) limited.size() / deferred.size()).isBetween(0.7, 0.98);
        assertThat(queue).allMatch(message -> message.id().isLong());
        // The campaign ends, and what was put off drains.
        assertThat(mail1.at(PRESENT.plusHours(1)).queue()).hasSizeLessThan(queue.size() * 3 / 4);
    }

    @Test
    void mail2IsHealthyAndHasTwoInstances() {
        TestingHost mail2 = TestingHost.of(1).at(PRESENT);
        assertThat(mail2.host.instances()).hasSize(2);
        assertThat(mail2.host.totals()).allMatch(totals -> totals.queued() > 0);
        assertThat(mail2.queue()).hasSizeBetween(20, 120);
        assertThat(mail2.queue())
                .extracting(message -> message.id().value())
                .allMatch(id -> id.matches("[0-9A-F]{5}[1-9A-F][0-9A-F]*"));
        Watched watched = Watched.over(mail2, PRESENT);
        assertThat(watched.iowait).isLessThan(0.02);
        assertThat(watched.utilisation).isLessThan(0.05);
    }

    @Test
    void mail3WaitsForItsDiskAndItsQueueGrows() {
        TestingHost mail3 = TestingHost.of(2).at(PRESENT);
        int before = mail3.queue().size();
        assertThat(before).isBetween(12_000, 17_000);
        Watched watched = Watched.over(mail3, PRESENT);
        assertThat(mail3.queue().size() - before).isGreaterThan(800);
        assertThat(watched.iowait).isBetween(0.25, 0.75);
        assertThat(watched.pressure).isBetween(watched.iowait, 1.0);
        assertThat(watched.utilisation).isBetween(watched.pressure, 1.0);
        assertThat(watched.latencyMillis).isGreaterThan(25);
        assertThat(mail3.host.counters().load().one()).isGreaterThan(0.6);
        // The disk gets well after four hours.
        assertThat(mail3.at(Duration.ofHours(6)).queue()).hasSizeLessThan(3_000);
    }

    @Test
    void countersNeverFall() {
        TestingHost mail3 = TestingHost.of(2);
        HostCounters before = mail3.host.counters();
        for (int millis = 0; millis < 400_000; millis += 370) {
            HostCounters now = mail3.at(Duration.ofMillis(millis)).host.counters();
            assertThat(now.cpu().user()).isGreaterThanOrEqualTo(before.cpu().user());
            assertThat(now.cpu().system()).isGreaterThanOrEqualTo(before.cpu().system());
            assertThat(now.cpu().iowait()).isGreaterThanOrEqualTo(before.cpu().iowait());
            assertThat(now.cpu().idle()).isGreaterThanOrEqualTo(before.cpu().idle());
            assertThat(now.pressure().totalMicros())
                    .isGreaterThanOrEqualTo(before.pressure().totalMicros());
            assertThat(now.disk().busyMillis()).isGreaterThanOrEqualTo(before.disk().busyMillis());
            before = now;
        }
    }

    @Test
    void logsWhatPostfixWouldLog() {
        TestingHost mail1 = TestingHost.of(0).at(Duration.ofMinutes(40));
        TestingHost mail2 = TestingHost.of(1).at(Duration.ofMinutes(40));
        Pattern traditional = Pattern.compile("Nov 24 \\d\\d:\\d\\d:\\d\\d mail1 " + BODY);
        Pattern rfc3339 =
                Pattern.compile("2026-11-24T08:\\d\\d:\\d\\d\\.\\d{6}\\+00:00 mail2 " + BODY);
        assertThat(mail1.host.log()).hasSize(20_000).allMatch(traditional.asMatchPredicate());
        assertThat(mail2.host.log()).hasSizeGreaterThan(9_000).allMatch(rfc3339.asMatchPredicate());
        assertThat(mail2.host.log()).anyMatch(line -> line.contains(" postfix-out/qmgr["));
        assertThat(mail1.host.logged()).isGreaterThan(20_000);
    }

    private static final String ID = "[0-9A-Za-z]{6,}";
    private static final String BODY =
            "(opendkim\\[\\d+]: "
                    + ID
                    + ": DKIM-Signature field added \\(s=mail, d=\\S+\\)|(postfix|postfix-out)/(smtpd|cleanup|qmgr|smtp|virtual|bounce|pickup|error)\\[\\d+]: ("
                    + ID
                    + ": to=<.+>, relay=\\S+, delay=[\\d.]+, delays=[\\d.]+/[\\d.]+/[\\d.]+/[\\d.]+,"
                    + " dsn=[245]\\.\\d\\.\\d+, status=(sent|deferred|bounced) \\(.+\\)|"
                    + ID
                    + ": from=<.*>, size=\\d+, nrcpt=\\d+ \\(queue active\\)|"
                    + ID
                    + ": (client=\\S+\\[[\\d.]+](, sasl_method=PLAIN, sasl_username=.+)?"
                    + "|message-id=<\\S+>|uid=\\d+ from=<.*>|removed|hold: header .+"
                    + "|sender non-delivery notification: "
                    + ID
                    + ")|(connect|disconnect) from \\S+\\[[\\d.]+].*))";

    @Test
    void eachSmtpdServesOneClientAtATime() {
        Pattern pattern =
                Pattern.compile(
                        ".* postfix/smtpd\\[(\\d+)]: (?:\\w+: )?(connect|client|disconnect)\\b.*");
        Map<String, String> next =
                Map.of("connect", "client", "client", "disconnect", "disconnect", "connect");
        Map<String, String> doing = new HashMap<>();
        int followed = 0;
        for (String line : TestingHost.of(2).at(Duration.ofMinutes(20)).host.log()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                String before = doing.put(matcher.group(1), matcher.group(2));
                if (before != null) {
                    assertThat(matcher.group(2)).isEqualTo(next.get(before));
                    followed++;
                }
            }
        }
        assertThat(doing.size()).isBetween(2, 100);
        assertThat(followed).isGreaterThan(3_000);
    }

    @Test
    void aFullSpoolRefusesMailUntilThereIsRoom() {
        TestingHost mail2 = TestingHost.of(1).at(Duration.ofMinutes(10));
        mail2.host.inject(Fault.SPOOL_FULL);
        mail2.at(Duration.ofMinutes(11));
        long arrived = mail2.totals().arrived();
        Totals later = mail2.at(Duration.ofMinutes(15)).totals();
        assertThat(later.arrived() - arrived).isLessThan(15);
        assertThat(later.rejected()).isGreaterThan(100);
        assertThat(mail2.host.counters().space().free()).isZero();
        assertThat(mail2.host.log())
                .anyMatch(line -> line.contains(": 452 4.3.1 Insufficient system storage; from=<"));
        mail2.host.clear(Fault.SPOOL_FULL);
        assertThat(mail2.at(Duration.ofMinutes(20)).totals().arrived())
                .isGreaterThan(later.arrived() + 100);
        assertThat(mail2.host.counters().space().free()).isGreaterThan(1L << 30);
    }

    @Test
    void aStoppedPostfixSendsNothing() {
        TestingHost mail2 = TestingHost.of(1).at(Duration.ofMinutes(10));
        mail2.host.inject(Fault.MAIL_SYSTEM_DOWN);
        long sent = mail2.at(Duration.ofMinutes(12)).totals().sent();
        assertThat(mail2.at(Duration.ofMinutes(20)).totals().sent()).isEqualTo(sent);
        mail2.host.clear(Fault.MAIL_SYSTEM_DOWN);
        assertThat(mail2.at(Duration.ofMinutes(22)).totals().sent()).isGreaterThan(sent + 50);
    }

    /// What the counters say about five minutes.
    private static final class Watched {
        private final double iowait;
        private final double pressure;
        private final double utilisation;
        private final double latencyMillis;

        private Watched(HostCounters a, HostCounters b) {
            double micros = b.upMicros() - a.upMicros();
            iowait = (b.cpu().iowait() - a.cpu().iowait()) / micros / a.cpu().processors();
            pressure = (b.pressure().totalMicros() - a.pressure().totalMicros()) / micros;
            utilisation = (b.disk().busyMillis() - a.disk().busyMillis()) * 1000 / micros;
            latencyMillis =
                    (double) (b.disk().weightedMillis() - a.disk().weightedMillis())
                            / (b.disk().reads()
                                    + b.disk().writes()
                                    - a.disk().reads()
                                    - a.disk().writes());
        }

        static Watched over(TestingHost testing, Duration from) {
            HostCounters before = testing.at(from).host.counters();
            return new Watched(before, testing.at(from.plusMinutes(10)).host.counters());
        }
    }
}
