package org.spoolscope.postfix.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of `docs/pflogsumm.md`, our side of it.
class PflogsummDifferencesTest {
    /// Figures: received, bytes received, senders, delivered, forwarded, bounced, rejected, held.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            textBlock =
                    """
                    0 0 0 0 0 1 0 0; postfix/smtp[1]: 3A9B720C620: to=<"x>, relay=a, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)"@evil.example>, relay=none, delay=1, delays=0/0/1/0, dsn=5.4.4, status=bounced (unknown)
                    0 0 0 1 0 0 0 0; postfix/smtp[1]: 3A9B720C620: to=<"a>b"@example.com>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)
                    0 0 0 0 0 0 0 0; postfix/cleanup[1]: 3A9B720C620: message-id=<reject: header x@example.com>
                    0 0 0 1 0 0 0 0; postfix/smtp[1]: 3A9B720C620: to=<b@example.com>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: forwarded as ABCDEF12)
                    0 0 0 1 0 0 0 0; postfix/smtp[1]: 3A9B720C620: to=<b@example.com>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, tls=encrypt, dsn=2.0.0, status=sent (250 ok)
                    0 0 0 1 0 0 0 0; postfix-out/smtp[1]: 3A9B720C620: to=<b@example.com>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)
                    1 0 0 0 0 0 0 0; postfix/10025/smtpd[1]: 3A9B720C620: client=mx[192.0.2.1]
                    1 0 0 0 0 0 0 0; postfix/submissions/smtpd[1]: 3A9B720C620: client=mx[192.0.2.1]
                    0 0 0 0 0 0 0 0; postfix/smtpd[1]: NOQUEUE: client=mx[192.0.2.1]
                    0 0 0 0 0 0 1 0; postfix/smtpd[1]: NOQUEUE: milter-reject: RCPT from mx[192.0.2.1]: 451 4.7.1 later
                    0 0 0 0 0 0 0 1; postfix/smtpd[1]: NOQUEUE: milter-hold: RCPT from mx[192.0.2.1]: milter triggers HOLD action
                    0 0 0 0 0 0 1 0; postfix/smtpd[1]: NOQUEUE: proxy-reject: END-OF-MESSAGE: 554 5.7.0 spam
                    0 0 0 0 0 0 1 0; postfix/cleanup[1]: 3A9B720C620: reject: mime-error x from mx[192.0.2.1]
                    """)
    void oneLine(String figures, String line) {
        assertThat(figures(Summaries.of("Nov  8 10:38:17 mail " + line + "\n"))).isEqualTo(figures);
    }

    @Test
    void timesWithoutOffsetAndPriorities() {
        String sent =
                " mail postfix/smtp[1]: 3A9B720C620: to=<b@example.com>, relay=none, delay=1,"
                        + " delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)\n";

        assertThat(
                        Summaries.of(
                                        "2026-11-08T10:38:17.123456"
                                                + sent
                                                + "<22>Nov  8 10:38:17"
                                                + sent)
                                .delivered())
                .isEqualTo(2);
    }

    @Test
    void aSenderWithABracket() {
        Summary summary =
                Summaries.ofMessages(
                        """
                        pickup: 3A9B720C620: uid=1 from=<"a>b"@example.org>
                        qmgr: 3A9B720C620: from=<"a>b"@example.org>, size=1000, nrcpt=1 (queue active)
                        """);

        assertThat(figures(summary)).isEqualTo("1 1000 1 0 0 0 0 0");
    }

    @Test
    void oneIdOnTwoHosts() {
        String queued =
                " postfix/qmgr[1]: 3A9B720C620: from=<a@example.org>, size=%d, nrcpt=1 (queue active)\n";
        String received = " postfix/pickup[1]: 3A9B720C620: uid=1 from=<a@example.org>\n";
        String time = "Nov  8 10:38:17 ";

        Summary summary =
                Summaries.of(
                        time
                                + "mail1"
                                + received
                                + time
                                + "mail2"
                                + received
                                + time
                                + "mail1"
                                + queued.formatted(1000)
                                + time
                                + "mail2"
                                + queued.formatted(500));

        assertThat(summary.bytesReceived()).isEqualTo(1500);
    }

    private static String figures(Summary summary) {
        return String.join(
                " ",
                LongStream.of(
                                summary.received(),
                                summary.bytesReceived(),
                                summary.senders(),
                                summary.delivered(),
                                summary.forwarded(),
                                summary.bounced(),
                                summary.rejected(),
                                summary.held())
                        .mapToObj(Long::toString)
                        .toList());
    }
}
