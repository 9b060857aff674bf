package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LineEndsTest {
    @Test
    void findsEachWhereverItStands() {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) (at % 2 == 0 ? 0x8a : 0x0b));
                bytes[at] = '\n';
                assertThat(LineEnds.next(bytes, 0, length)).isEqualTo(at);
                assertThat(LineEnds.next(bytes, at + 1, length)).isEqualTo(length);
                assertThat(LineEnds.next(bytes, 0, at)).isEqualTo(at);
                assertThat(LineEnds.last(bytes, 0, length)).isEqualTo(at + 1);
                assertThat(LineEnds.last(bytes, 0, at)).isZero();
            }
        }
    }

    /// Of several in one word it is the first, whatever stands behind it.
    @Test
    void findsTheFirstOfSeveral() {
        byte[] bytes = "abc\n\nde\n\n\n\u000b\nxyz".getBytes(StandardCharsets.US_ASCII);
        assertThat(LineEnds.next(bytes, 0, bytes.length)).isEqualTo(3);
        assertThat(LineEnds.next(bytes, 4, bytes.length)).isEqualTo(4);
        assertThat(LineEnds.next(bytes, 5, bytes.length)).isEqualTo(7);
    }
}
