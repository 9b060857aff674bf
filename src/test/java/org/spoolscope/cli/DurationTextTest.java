package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    500ms  , PT0.5S
                    2s     , PT2S
                    30     , PT30S
                    1m     , PT1M
                    5min   , PT5M
                    1h30m  , PT1H30M
                    7d     , PT168H
                    1m500ms, PT1M0.5S
                    """)
    void readsWhatPeopleType(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "s", "2 s", "-2s", "2x", "1.5s", "1h30", "9999999999s"})
    void refusesTheRest(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> DurationText.parse(text))
                .withMessageStartingWith("\"" + text + "\" is no span of time");
    }
}
