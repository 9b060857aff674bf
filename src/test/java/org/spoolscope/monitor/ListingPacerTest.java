package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListingPacerTest {
    private final ListingPacer pacer = new ListingPacer(MonitorSettings.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "PT0.02S, NaN,  PT3.98S", // a small queue: every 4 s
        "PT1S,    NaN,  PT19S", // 5 % of the time at the most
        "PT10S,   0.1,  PT190S",
        "PT0.02S, 0.5,  PT15S", // busy: every 15 s
        "PT10S,   0.5,  PT1900S" // busy: half a percent of the time
    })
    void pauses(Duration took, double pressure, Duration pause) {
        assertThat(pacer.pause(took, pressure)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"PT0.02S", "PT0.3S", "PT4S", "PT60S"})
    void neverMoreThanOneTwentieth(Duration took) {
        for (Duration pause : new Duration[] {pacer.pause(took), pacer.shortestPause(took)}) {
            double share = (double) took.toNanos() / took.plus(pause).toNanos();
            assertThat(share).isLessThanOrEqualTo(0.05 + 1e-9);
        }
    }
}
