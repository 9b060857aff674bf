package org.spoolscope.postfix.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressedLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nov 28 11:05:43 mx1 systemd-journald[1]: Suppressed 831 messages from postfix.service | 831
                    Nov  8 11:05:43 mx1 systemd-journal[1]: Suppressed 8 messages from /system.slice     | 8
                    2026-11-28T11:05:43.1+01:00 mx1 rsyslogd: imuxsock lost 12 messages from pid 3 due to rate-limiting | 12
                    2026-11-28T11:05:43.1+01:00 mx1 rsyslogd: imjournal: 77 messages lost due to rate-limiting (20000 allowed within 600 seconds) | 77
                    Nov 28 11:05:43 mx1 rsyslogd: imuxsock lost x messages from pid 3 due to rate-limiting | -1
                    Nov 28 11:05:43 mx1 rsyslogd: [origin software="rsyslogd"] start                       | -1
                    Nov 28 11:05:43 mx1 postfix/smtp[1]: Suppressed 831 messages from a                    | -1
                    Nov 28                                                                                 | -1
                    ''                                                                                     | -1
                    """)
    void whatALoggerSaysItDropped(String line, long expected) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(SuppressedLines.count(bytes, 0, bytes.length)).isEqualTo(expected);
    }
}
