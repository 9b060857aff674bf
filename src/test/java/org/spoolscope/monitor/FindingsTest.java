package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reading;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Trouble;

final class FindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Findings findings = new Findings();

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
    void oneReasonBehindMostIsNamed() {
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            messages.add(
                    deferred(
                            i,
                            "user" + i + "@bigmail.example",
                            "host mx.bigmail.example[192.0.2.25] said: 421 4.7.28 slow down, session "
                                    + "0A1B2C3D4E5F6A"
                                    + (10 + i)));
        }
        for (int i = 30; i < 40; i++) {
            messages.add(deferred(i, "x@other.example", "connect to other.example: timed out"));
        }
        QueueListing listing = new QueueListing(NOW, Duration.ZERO, messages, true, 0);
        findings.listed(List.of(listing), listing.counts());
        assertThat(troubles())
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.OneReason.class,
                        found -> {
                            assertThat(found.domain()).isEqualTo("bigmail.example");
                            assertThat(found.reason())
                                    .startsWith("slow down")
                                    .endsWith("(421 4.7.28)");
                            assertThat(found.messages()).isEqualTo(30);
                            assertThat(found.total()).isEqualTo(40);
                        });
    }

    @Test
    void growthCountsFromAQuarterAnHour() {
        assertThat(findings.troubles(new Growth(9_800.0, new Drain.Growing()), total(14_210)))
                .containsExactly(new Trouble.QueueGrowing(9_800, 14_210));
        assertThat(findings.troubles(new Growth(150.0, new Drain.Growing()), total(10))).isEmpty();
        assertThat(findings.troubles(new Growth(1_000.0, new Drain.Growing()), total(14_210)))
                .isEmpty();
    }

    private List<Trouble> troubles() {
        return findings.troubles(Growth.UNKNOWN, total(40));
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

    private static QueuedMessage deferred(int n, String recipient, String reason) {
        return new QueuedMessage(
                "-",
                QueueName.DEFERRED,
                new QueueId(String.format("%08X", n)),
                NOW,
                1_000,
                "news@shop.example",
                List.of(new Recipient(recipient, reason)),
                false);
    }
}
