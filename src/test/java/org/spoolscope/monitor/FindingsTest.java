package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Reading;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.TestingJudgement;

final class FindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Findings findings = new Findings(TestingJudgement.BUILT_IN);

    @Test
    void aBusyDiskIsRaisedAndClearedAtDifferentLevels() {
        sample(0.30, 0.0, null, 40);
        assertThat(troubles()).hasAtLeastOneElementOfType(Trouble.DiskBound.class);
        sample(0.20, 0.0, null, 40);
        assertThat(troubles()).hasAtLeastOneElementOfType(Trouble.DiskBound.class);
        sample(0.05, 0.0, null, 40);
        assertThat(troubles()).isEmpty();
    }

    @Test
    void onePeakIsNoSaturation() {
        sample(0.02, 0.0, null, 40);
        sample(0.90, 0.0, null, 1);
        assertThat(troubles()).isEmpty();
    }

    @Test
    void pressureAloneIsEnough() {
        sample(0.02, 0.6, null, 40);
        assertThat(findings.pressure()).isGreaterThan(0.59);
        assertThat(troubles()).hasAtLeastOneElementOfType(Trouble.DiskBound.class);
    }

    @Test
    void pressureOnAnIdleDiskIsNoBottleneck() {
        for (int i = 0; i < 40; i++) {
            findings.sampled(
                    new HostSample(
                            NOW,
                            Reading.of(new HostSample.Cpu(0.9, 0.08, 0.01, 0, 0.01)),
                            Reading.notAvailable("not sampled"),
                            Reading.notAvailable("not sampled"),
                            Reading.of(0.7),
                            Reading.of(new HostSample.Disk("vda", 2, 0.08, 50)),
                            Reading.notAvailable("not sampled")));
        }
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aFullSpoolIsBad() {
        sample(0, 0.0, new HostSample.Space(100L << 30, 4096, 1000, 900), 1);
        assertThat(troubles())
                .containsExactly(new Trouble.SpoolFull(4096, 900, false))
                .first()
                .extracting(Trouble::severity)
                .isEqualTo(Trouble.Severity.BAD);
    }

    @Test
    void missingInodesAreNoShortage() {
        sample(0, 0.0, new HostSample.Space(100L << 30, 50L << 30, 0, 0), 1);
        assertThat(troubles()).isEmpty();
    }

    @Test
    void growthCountsFromAQuarterAnHour() {
        assertThat(troubles(9_800, 14_210))
                .containsExactly(new Trouble.QueueGrowing(9_800, 14_210));
        assertThat(troubles(150, 10)).isEmpty();
        assertThat(troubles(1_000, 14_210)).isEmpty();
    }

    @Test
    void whatGrowsInIncomingIsSaidOnceAndWithTheDisk() {
        Instance instance = new Instance("-", "-", true, "/etc/postfix");
        for (int second = 0; second <= 300; second += 4) {
            QueueListing listing =
                    new QueueListing(
                            NOW.plusSeconds(second),
                            Duration.ZERO,
                            TestingQueue.messages(200 + 2 * second, QueueName.INCOMING),
                            true,
                            0);
            findings.counted(
                    Map.of(instance, KnownQueue.of(listing)), listing.counts(), listing.taken());
        }
        assertThat(troubles(8_000, 800))
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.IncomingGrowing.class,
                        found -> assertThat(found.diskBound()).isFalse());
        assertThat(troubles(80_000, 800)).hasAtLeastOneElementOfType(Trouble.QueueGrowing.class);
        sample(0.5, 0.5, null, 40);
        assertThat(troubles(8_000, 800))
                .hasAtLeastOneElementOfType(Trouble.DiskBound.class)
                .filteredOn(Trouble.IncomingGrowing.class::isInstance)
                .first()
                .isInstanceOfSatisfying(
                        Trouble.IncomingGrowing.class,
                        found -> assertThat(found.diskBound()).isTrue());
    }

    private List<Trouble> troubles(double perHour, int deferred) {
        return findings.troubles(
                new Growth(perHour, new Drain.Growing()), total(deferred), List.of());
    }

    private List<Trouble> troubles() {
        return findings.troubles(Growth.UNKNOWN, total(40), List.of());
    }

    private static QueueCounts total(int deferred) {
        return new QueueCounts(0, 0, 0, deferred, 0, 0);
    }

    private void sample(
            double iowait, double pressure, HostSample.@Nullable Space space, int times) {
        for (int i = 0; i < times; i++) {
            findings.sampled(
                    new HostSample(
                            NOW,
                            Reading.of(new HostSample.Cpu(0.1, 0.1, iowait, 0, 0.8 - iowait)),
                            Reading.notAvailable("not sampled"),
                            Reading.notAvailable("not sampled"),
                            Reading.of(pressure),
                            Reading.notAvailable("not sampled"),
                            space == null
                                    ? Reading.notAvailable("not sampled")
                                    : Reading.of(space)));
        }
    }
}
