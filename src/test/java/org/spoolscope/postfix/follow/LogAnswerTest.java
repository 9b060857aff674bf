package org.spoolscope.postfix.follow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogAnswerTest {
    private static final byte[] NONCE = bytes("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    @N 0 same;                | 41
                    data;@N 0 same;           | 41
                    @N 0 same;more;           | 0
                    @N 0 same                 | 0
                    N 0 same;                 | 0
                    @x 0 same;                | 0
                    data@N 0 gone;@N ok -;    | 39
                    """)
    void anEndIsFoundAtTheEndOnly(String text, int length) {
        byte[] bytes = came(text);
        assertThat(LogAnswer.lengthOfEnd(bytes, 0, bytes.length, NONCE)).isEqualTo(length);
    }

    @Test
    void saysWhatTheShellSaid() {
        byte[] bytes = came("data;@N 0 other;");
        LogAnswer answer = requireNonNull(LogAnswer.parse(bytes, 5, bytes.length, NONCE));
        assertThat(answer).isEqualTo(new LogAnswer("0", "other"));
        assertThat(answer.ok()).isTrue();
        assertThat(answer.where()).isEqualTo(LogAnswer.Where.OTHER);
        assertThat(new LogAnswer("denied", "-").ok()).isFalse();
    }

    @Test
    void requestsAreWords() {
        assertThat(LogRequest.read(3, 4096, 2, 256, "/var/log/mail.log").text())
                .isEqualTo("read 3 4096 2 256\n/var/log/mail.log\n");
        assertThat(LogRequest.unpack(9, Packing.GZIP, 1, 2).text()).isEqualTo("unpack 9 gz 1 2\n");
        assertThat(LogRequest.open(4, "/a b").text()).isEqualTo("open 4\n/a b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail.log", "/a\nclose 3", "/a\0", "/\u001b"})
    void whatIsNoPathIsNotAskedFor(String path) {
        assertThatThrownBy(() -> LogRequest.list(path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slotsAndNumbersHaveTheirRange() {
        assertThatThrownBy(() -> LogRequest.close(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRequest.close(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRequest.read(3, 1, -1, 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] came(String text) {
        String nonce = new String(NONCE, StandardCharsets.US_ASCII);
        return bytes(text.replace("N", nonce).replace(';', '\n').replace('@', '\0'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
