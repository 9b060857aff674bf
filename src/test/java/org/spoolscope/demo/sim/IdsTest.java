package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.QueueId;

class IdsTest {
    private static final String DIGITS = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # microseconds, inode, short id
                    1764000000000000,  1048576, 00000100000
                    1764000000999999,  130000,  F423F1FBD0
                    1764000000004660,  255,     01234FF
                    """)
    void shortIdsAreMicrosecondsAndInodeInHex(long created, long inode, String id) {
        assertThat(new Ids(false, 1).id(created, inode)).isEqualTo(new QueueId(id));
    }

    @Test
    void longIdsTellTheTimeOfArrival() {
        Instant arrival = Instant.parse("2026-11-24T12:34:56Z");
        QueueId id = new Ids(true, 1).id(arrival.getEpochSecond() * Agenda.SECOND + 7, 123_456);
        assertThat(id.isLong()).isTrue();
        assertThat(decode(id.value().substring(0, 6), 52)).isEqualTo(arrival.getEpochSecond());
        assertThat(decode(id.value().substring(6, 10), 52)).isEqualTo(7);
        assertThat(id.value().charAt(10)).isEqualTo('z');
        assertThat(decode(id.value().substring(11), 51)).isEqualTo(123_456);
    }

    @Test
    void inodesOfDeletedFilesAreUsedAgain() {
        Ids ids = new Ids(false, 1);
        for (int i = 0; i < 3_000; i++) {
            ids.free(ids.inode());
        }
        assertThat(ids.inode()).isLessThan(2_100);
    }

    private static long decode(String digits, int base) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * base + DIGITS.indexOf(digits.charAt(i));
        }
        return number;
    }
}
