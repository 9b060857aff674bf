package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Trouble;

final class InstanceFindingsTest {
    private static final Instance INSTANCE = instance(100, Duration.ofDays(2));

    private final InstanceFindings findings = new InstanceFindings(INSTANCE.settings());
    private Instant now = TestingQueue.NOW;

    @Test
    void anActiveQueueIsFullFromNineTenthsOnAndUntilFourFifths() {
        assertThat(active(89)).isEmpty();
        assertThat(active(90))
                .containsExactly(new Trouble.ActiveFull("-", 90, 100, "bigmail.example", 60));
        assertThat(active(81)).hasSize(1);
        assertThat(active(79)).isEmpty();
        assertThat(active(89)).isEmpty();
    }

    @Test
    void aHandfulIsNoFullQueue() {
        Instance tiny = instance(20, Duration.ofDays(2));
        counted(tiny, new TestingQueue().with(19, QueueName.ACTIVE, "a.example").listed());
        assertThat(findings.troubles()).isEmpty();
        counted(tiny, new TestingQueue().with(20, QueueName.ACTIVE, "a.example").listed(later()));
        assertThat(findings.troubles())
                .containsExactly(new Trouble.ActiveFull("-", 20, 20, "a.example", 20));
    }

    @Test
    void incomingThatGrowsWhileActiveHasRoomIsNamed() {
        incoming(60, 100, 190, 10);
        assertThat(findings.troubles()).isEmpty();
        incoming(200, 190, 400, 10);
        assertThat(findings.troubles())
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.IncomingGrowing.class,
                        found -> {
                            assertThat(found.incoming()).isEqualTo(400);
                            assertThat(found.perHour()).isBetween(3_000.0, 6_000.0);
                            assertThat(found.active()).isEqualTo(10);
                        });
        incoming(600, 400, 150, 10);
        assertThat(findings.troubles()).isEmpty();
    }

    @Test
    void incomingThatGrowsBehindAFullActiveQueueIsItsConsequence() {
        incoming(300, 200, 600, 80);
        assertThat(findings.troubles()).isEmpty();
    }

    @Test
    void fewIncomingAreNoBacklog() {
        incoming(300, 20, 199, 10);
        assertThat(findings.troubles()).isEmpty();
    }

    @Test
    void incomingThatStaysIsNotGrowing() {
        incoming(900, 500, 500, 10);
        assertThat(findings.troubles()).isEmpty();
    }

    /// `postqueue -p` does not tell incoming from deferred.
    @Test
    void aTextListingTellsNothingOfIncoming() {
        for (int second = 0; second <= 300; second += 4) {
            counted(
                    INSTANCE,
                    new QueueListing(
                            later(),
                            Duration.ZERO,
                            TestingQueue.messages(200 + second, QueueName.INCOMING),
                            false,
                            0));
        }
        assertThat(findings.troubles()).isEmpty();
    }

    @Test
    void mailThatIsHeldForLongerThanItMayLiveIsRemembered() {
        assertThat(held(9, Duration.ofDays(3))).isEmpty();
        assertThat(held(10, Duration.ofDays(3)))
                .containsExactly(new Trouble.HeldLong("-", 10, Duration.ofDays(2)));
        assertThat(held(5, Duration.ofDays(3))).hasSize(1);
        assertThat(held(4, Duration.ofDays(3))).isEmpty();
        assertThat(held(50, Duration.ofDays(2).minusMinutes(1))).isEmpty();
    }

    @Test
    void whereMailExpiresAtOnceADayOnHoldIsNotLong() {
        Instance impatient = instance(100, Duration.ZERO);
        counted(impatient, heldListing(20, Duration.ofHours(23)));
        assertThat(findings.troubles()).isEmpty();
        counted(impatient, heldListing(20, Duration.ofHours(25)));
        assertThat(findings.troubles())
                .containsExactly(new Trouble.HeldLong("-", 20, Duration.ofDays(1)));
    }

    /// A third of them not for bigmail.example.
    private List<Trouble> active(int count) {
        counted(
                INSTANCE,
                new TestingQueue()
                        .with(count - count / 3, QueueName.ACTIVE, "bigmail.example")
                        .with(count / 3, QueueName.ACTIVE, "other.example")
                        .with(500, QueueName.DEFERRED, "third.example")
                        .listed(later()));
        return findings.troubles();
    }

    private void incoming(int seconds, int from, int to, int active) {
        for (int second = 0; second <= seconds; second += 4) {
            int incoming = from + (to - from) * second / seconds;
            counted(
                    INSTANCE,
                    new TestingQueue()
                            .with(incoming, QueueName.INCOMING, "a.example")
                            .with(active, QueueName.ACTIVE, "a.example")
                            .listed(later()));
        }
    }

    private List<Trouble> held(int count, Duration age) {
        counted(INSTANCE, heldListing(count, age));
        return findings.troubles();
    }

    private QueueListing heldListing(int count, Duration age) {
        Duration behind = Duration.between(TestingQueue.NOW, now.plusSeconds(4));
        return new TestingQueue()
                .with(count, QueueName.HOLD, "a.example", null, age.minus(behind))
                .with(5, QueueName.HOLD, "a.example", null, Duration.ZERO)
                .listed(later());
    }

    private Instant later() {
        now = now.plusSeconds(4);
        return now;
    }

    private static Instance instance(int activeLimit, Duration lifetime) {
        InstanceSettings or = InstanceSettings.defaults("-");
        return new Instance("-", "-", true, "/etc/postfix")
                .with(
                        new InstanceSettings(
                                or.minimalBackoff(),
                                or.maximalBackoff(),
                                or.queueRunDelay(),
                                lifetime,
                                or.bounceLifetime(),
                                activeLimit,
                                or.destinationConcurrency(),
                                or.syslogName()));
    }

    private void counted(Instance instance, QueueListing listing) {
        findings.counted(instance, KnownQueue.of(listing));
    }
}
