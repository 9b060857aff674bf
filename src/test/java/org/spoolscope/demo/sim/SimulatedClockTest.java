package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedClockTest {
    private Instant real = Instant.parse("2026-11-24T12:00:00.250Z");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,    2026-11-24T12:00:02.250Z
                    60,   2026-11-24T12:02:00.250Z
                    0.25, 2026-11-24T12:00:00.750Z
                    """)
    void passesSpeedTimesAsFast(double speed, Instant expected) {
        SimulatedClock clock = new SimulatedClock(() -> real, speed);
        assertThat(clock.instant()).isEqualTo(real);
        real = real.plusSeconds(2);
        assertThat(clock.instant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 4000, Double.NaN})
    void refusesSpeedsThatMakeNoSense(double speed) {
        assertThatThrownBy(() -> new SimulatedClock(() -> real, speed))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
