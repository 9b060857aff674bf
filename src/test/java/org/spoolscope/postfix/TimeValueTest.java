package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeValueTest {
    @ParameterizedTest
    @CsvSource({
        "300s, 300",
        "4000s, 4000",
        "5m, 300",
        "1h, 3600",
        "5d, 432000",
        "2w, 1209600",
        "1d12h, 86400",
        "0, 0",
        "2147483647s, 2147483647"
    })
    void readsNumberAndUnit(String text, long seconds) {
        assertThat(TimeValue.parse(text, Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aNumberAloneIsInTheUnitOfItsSetting() {
        assertThat(TimeValue.parse("5", Duration.ofDays(1))).isEqualTo(Duration.ofDays(5));
        assertThat(TimeValue.parse("5", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "-5s",
                "5x",
                "5 d",
                "$queue_run_delay",
                "2147483648s",
                "9999999999w"
            })
    void whatPostfixWouldNotTakeIsNothing(String text) {
        assertThat(TimeValue.parse(text, Duration.ofSeconds(1))).isNull();
    }
}
