package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  99, abcdefghij
                    0,   2, ab
                    1,   3, bcd
                    3,   4, defg
                    9,  99, j
                    10, 99, ''
                    40, 99, ''
                    """)
    void readsLikeAFile(long from, long most, String expected) {
        LogFile file = new LogFile();
        for (String part : new String[] {"abc", "d", "efghij"}) {
            file.append(part.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(file.size()).isEqualTo(10);
        assertThat(file.read(from, most)).asString(StandardCharsets.US_ASCII).isEqualTo(expected);
    }

    @Test
    void whatFellOutReadsAsEmptyLinesAtItsOldPlace() {
        LogFile file = new LogFile();
        byte[] line = "0123456789abcde\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_100_000; i++) {
            file.append(line);
        }
        assertThat(file.read(0, 20)).containsOnly('\n');
        assertThat(file.read(file.size() - 16, 99)).isEqualTo(line);
        assertThat(file.size()).isEqualTo(17_600_000);
    }
}
