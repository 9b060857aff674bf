package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueueIdTest {
    @ParameterizedTest
    @CsvSource({"0A1B2C3D, false", "3Pt2mN2VXxznjll, true", "4jY0W1q6s9zhhjW, true"})
    void acceptsShortAndLongIds(String id, boolean isLong) {
        assertThat(new QueueId(id).isLong()).isEqualTo(isLong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALL",
                "-d ALL",
                "0A1B2C 3D",
                "0A1B2C\n3D",
                "$(id)xx",
                "../../etc",
                "0A1B2C_D",
                "٣٤٥٦٧٨",
                "0A1B2C\r",
                "-0A1B2C"
            })
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> new QueueId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesEndlessText() {
        assertThatThrownBy(() -> new QueueId("A".repeat(5_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(200);
    }
}
