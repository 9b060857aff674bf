package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Instance;

class BackoffTest {
    private static final Pattern DEFERRED =
            Pattern.compile(
                    "(\\S+) mail2 (postfix\\S*)/(?:smtp|error)\\[\\d+]: (\\w+): to=.*"
                            + ", delay=([\\d.]+), .* status=deferred .*");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # seconds in the queue, seconds until the next attempt
                    0,       300
                    299,     300
                    301,     301
                    1200,    1200
                    3999,    3999
                    4000,    4000
                    400000,  4000
                    """)
    void isTheTimeInTheQueueWithinLimits(long age, long delay) {
        assertThat(QueueManager.backoff(age * Agenda.SECOND)).isEqualTo(delay * Agenda.SECOND);
    }

    @Test
    void deferredMailIsTriedAgainAtTheFirstScanAfterItsBackoff() {
        TestingHost mail2 = TestingHost.of(1);
        // What the log has forgotten by the end was in it before.
        Set<String> lines = new LinkedHashSet<>(mail2.at(Duration.ofMinutes(60)).host.log());
        lines.addAll(mail2.at(Duration.ofMinutes(90)).host.log());
        Map<String, List<Attempt>> attempts = new HashMap<>();
        for (String line : lines) {
            Matcher matcher = DEFERRED.matcher(line);
            if (matcher.matches()) {
                attempts.computeIfAbsent(
                                matcher.group(2) + " " + matcher.group(3), _ -> new ArrayList<>())
                        .add(
                                new Attempt(
                                        Instant.parse(matcher.group(1)),
                                        Double.parseDouble(matcher.group(4))));
            }
        }
        int compared = 0;
        for (List<Attempt> ofMessage : attempts.values()) {
            for (int i = 1; i < ofMessage.size(); i++) {
                Attempt before = ofMessage.get(i - 1);
                Attempt after = ofMessage.get(i);
                double pause = Duration.between(before.at, after.at).toMillis() / 1000.0;
                if (pause < 60) {
                    // Another recipient in the same attempt.
                    continue;
                }
                double backoff = Math.clamp(before.age, 300, 4000);
                // A connection that times out takes half a minute, and others may be before it.
                assertThat(pause).isBetween(backoff - 61, backoff + 300 + 61);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void whatHasWaitedForFiveDaysGoesBackToItsSender() {
        Traffic traffic =
                new Traffic(
                        Domain.local("nordlys.example"),
                        0.0001,
                        null,
                        List.of(new World.Share(World.FIRMA, 1)),
                        12);
        Profile quiet = Profiles.of(0);
        Profile profile =
                new Profile(
                        "quiet",
                        "quiet.nordlys.example",
                        "192.0.2.9",
                        quiet.postfix(),
                        quiet.system(),
                        2,
                        1L << 30,
                        DiskPlan.steady(500),
                        1,
                        true,
                        false,
                        Profile.Rights.ALL,
                        50_000,
                        List.of(
                                new Profile.InstancePlan(
                                        new Instance("-", "-", true, "/etc/postfix"),
                                        "/var/spool/postfix",
                                        true,
                                        traffic)));
        TestingHost testing = new TestingHost(profile, 7);
        assertThat(testing.queue()).hasSize(12);
        testing.at(Duration.ofDays(5).plusHours(3));
        assertThat(testing.queue()).isEmpty();
        List<String> log = testing.host.log();
        long expired = count(log, ", status=expired, returned to sender");
        assertThat(expired).isEqualTo(12);
        // Everyday mail may have bounced too.
        long bounced = testing.totals().bounced();
        assertThat(bounced).isBetween(expired, expired + 5);
        assertThat(count(log, ": sender non-delivery notification: ")).isEqualTo(bounced);
        assertThat(count(log, ": from=<>, size=")).isEqualTo(bounced);
    }

    private static long count(List<String> log, String text) {
        return log.stream().filter(line -> line.contains(text)).count();
    }

    private record Attempt(Instant at, double age) {}
}
