package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReasonWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    host mx.example.com[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command) | Mailbox full
                    host mx.example.com[192.0.2.1] said: 451 Try later (in reply to end of DATA command) | Try later
                    host mx.example.com[192.0.2.1] refused to talk to me: 421 Too many connections | Too many connections
                    connect to mx.example.com[192.0.2.1]:25: Connection timed out | Connection timed out
                    Host or domain name not found. Name service error for name=no.example type=MX: Host not found, try again | Host not found, try again
                    mail for example.com loops back to myself | mail for example.com loops back to myself
                    """)
    void areWhatAPersonReads(String reason, String words) {
        assertThat(ReasonWords.of(reason)).isEqualTo(words);
    }
}
