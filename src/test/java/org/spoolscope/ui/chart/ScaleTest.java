package org.spoolscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    COUNT,     NaN,   NaN, 4,     0,     4,    1
                    COUNT,       0,     0, 4,     0,     4,    1
                    COUNT,       0,     6, 4,     0,     8,    2
                    COUNT,     600, 14210, 4,     0, 16000, 4000
                    COUNT,       0,  5204, 2,     0,  8000, 4000
                    PERCENT,     0, 0.004, 2,     0,   0.1, 0.05
                    PERCENT,     0,  0.38, 2,     0,   0.4,  0.2
                    PERCENT,     0,     1, 2,     0,     1,  0.5
                    PER_HOUR,    0,  9800, 2,     0, 10000, 5000
                    PER_HOUR, -400,   100, 2,  -500,   500,  500
                    PER_HOUR, -400,     0, 2,  -800,     0,  400
                    MILLIS,      1,   3.6, 2,     0,     4,    2
                    """)
    void stepsAreRound(
            Unit unit,
            double low,
            double high,
            int intervals,
            double min,
            double max,
            double step) {
        Scale scale = Scale.of(low, high, unit, intervals);
        assertThat(scale.min()).isCloseTo(min, within());
        assertThat(scale.max()).isCloseTo(max, within());
        assertThat(scale.step()).isCloseTo(step, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "15, 2", "60, 5", "1440, 120"})
    void timeHasFewLabels(int minutes, int step) {
        TimeAxis axis =
                TimeAxis.before(
                        Instant.parse("2026-03-13T14:32:07Z"),
                        Duration.ofMinutes(minutes),
                        ZoneOffset.UTC);
        assertThat(axis.stepMinutes()).isEqualTo(step);
    }
}
