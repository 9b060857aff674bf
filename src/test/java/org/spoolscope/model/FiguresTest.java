package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "6720, 1 h 52 min",
        "7200, 2 h",
        "424800, 4 d 22 h",
        "-5, 0 s"
    })
    void spans(long seconds, String shown) {
        assertThat(Figures.span(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"9800|+9,800 / h", "-12.4|−12 / h", "0.2|0 / h"})
    void growth(double perHour, String shown) {
        assertThat(Figures.perHour(perHour)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KB", "33285996544, 31 GB"})
    void bytes(long bytes, String shown) {
        assertThat(Figures.bytes(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.314, 31.4 %", "0.9999, 100 %", "0, 0.0 %"})
    void shares(double share, String shown) {
        assertThat(Figures.percent(share)).isEqualTo(shown);
    }

    @Test
    void spansShareAUnitWhereTheyCan() {
        assertThat(Figures.spans(Duration.ofMinutes(20), Duration.ofMinutes(50)))
                .isEqualTo("20–50 min");
        assertThat(Figures.spans(Duration.ofMinutes(50), Duration.ofMinutes(150)))
                .isEqualTo("50 min–3 h");
        assertThat(Figures.spans(Duration.ofHours(2), Duration.ofHours(5))).isEqualTo("2–5 h");
        assertThat(Figures.spans(Duration.ofHours(49), Duration.ofHours(50))).isEqualTo("2 d");
        assertThat(Figures.spans(Duration.ofSeconds(-5), Duration.ofMinutes(3)))
                .isEqualTo("0–3 min");
    }
}
