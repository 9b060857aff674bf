package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,           0
                    4000,        0
                    8000,        0.01
                    50000,       0.05
                    350000,      0.35
                    994000,      0.99
                    1000000,     1
                    1234000,     1.2
                    9940000,     9.9
                    9960000,     10
                    47400000,    47
                    4805123000,  4805
                    """)
    void delaysHaveTwoSignificantDigits(long micros, String text) {
        assertThat(LogText.seconds(micros)).isEqualTo(text);
    }
}
