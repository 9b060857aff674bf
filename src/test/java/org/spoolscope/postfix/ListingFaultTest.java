package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Trouble;

class ListingFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    69 | postqueue: fatal: User nobody(65534) is not allowed to view the mail queue | ListingNotAllowed
                    77 | whatever | ListingNotAllowed
                    69 | postqueue: fatal: Queue report unavailable - mail system is down (Connect to the Postfix showq service: Connection refused) | MailSystemDown
                    69 | '' | MailSystemDown
                    127 | dash: 5: exec: postqueue: not found | PostqueueMissing
                    69 | postqueue: error: unauthorized configuration directory name: /etc/postfix-none | ListingFailed
                    70 | postqueue: fatal: malformed showq server response | ListingFailed
                    """)
    void namesTheTrouble(int status, String stderr, String trouble) {
        assertThat(ListingFault.of("out", "ops", status, stderr).getClass().getSimpleName())
                .isEqualTo(trouble);
    }

    @Test
    void keepsTheFirstLineOfAnUnknownFailure() {
        assertThat(ListingFault.of("out", "ops", 1, "\n  first  \nsecond\n"))
                .isEqualTo(new Trouble.ListingFailed("out", 1, "first"));
        assertThat(ListingFault.of("out", "ops", 1, "x".repeat(100_000)))
                .isEqualTo(new Trouble.ListingFailed("out", 1, "x".repeat(400)));
        assertThat(ListingFault.of("out", "ops", 77, ""))
                .isEqualTo(new Trouble.ListingNotAllowed("out", "ops"));
    }
}
