package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class GrowthMeterTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final GrowthMeter meter = new GrowthMeter();

    @Test
    void aSteadyRiseIsItsSlope() {
        for (int second = 0; second <= 60; second += 4) {
            meter.add(START.plusSeconds(second), 100 + second);
        }
        assertThat(meter.perHour()).isCloseTo(3600, within(0.001));
    }

    @Test
    void oneStrayListingDoesNotTurnTheSign() {
        for (int second = 0; second < 300; second += 4) {
            meter.add(START.plusSeconds(second), 10_000 - 10 * second);
        }
        meter.add(START.plusSeconds(300), 7_400);
        assertThat(meter.perHour()).isBetween(-36_500.0, -33_000.0);
    }

    @Test
    void tooLittleIsUnknown() {
        meter.add(START, 5);
        meter.add(START.plusSeconds(4), 6);
        meter.add(START.plusSeconds(8), 7);
        assertThat(meter.perHour()).isNull();
    }

    @Test
    void theWindowForgets() {
        meter.add(START, 1_000_000);
        for (int second = 3600; second <= 3660; second += 4) {
            meter.add(START.plusSeconds(second), 50);
        }
        assertThat(meter.perHour()).isCloseTo(0, within(0.001));
    }

    @Test
    void aClockThatIsPutBackForgets() {
        meter.add(START.plusSeconds(3600), 5_000);
        for (int second = 0; second <= 60; second += 4) {
            meter.add(START.plusSeconds(second), 100 + second);
        }
        assertThat(meter.perHour()).isCloseTo(3600, within(0.001));
    }

    @Test
    void aGapForgets() {
        for (int second = 0; second <= 60; second += 4) {
            meter.add(START.plusSeconds(second), second);
        }
        meter.clear();
        assertThat(meter.perHour()).isNull();
    }
}
