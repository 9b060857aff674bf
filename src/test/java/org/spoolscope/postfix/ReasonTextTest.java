package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    host mx1.Example.net[192.0.2.25] said: 421 4.7.28 rate limited (in reply to MAIL FROM command) | mx1.example.net | 192.0.2.25 | 421 | 4.7.28 | false
                    host mx1.example.net[2001:db8::25] said: 451-4.7.1 first line 451 4.7.1 second (in reply to end of DATA command) | mx1.example.net | 2001:db8::25 | 451 | 4.7.1 | false
                    host mx1.example.net[192.0.2.25] said: 450 try again | mx1.example.net | 192.0.2.25 | 450 | '' | false
                    host mx1.example.net[192.0.2.25] refused to talk to me: 554 5.7.1 go away | mx1.example.net | 192.0.2.25 | 554 | 5.7.1 | false
                    connect to mx.example.net[192.0.2.1]:25: Connection timed out | mx.example.net | 192.0.2.1 | 0 | '' | false
                    delivery temporarily suspended: connect to mx.example.net[192.0.2.1]:25: Connection refused | mx.example.net | 192.0.2.1 | 0 | '' | true
                    lost connection with mx.example.net[192.0.2.1] while receiving the initial server greeting | mx.example.net | 192.0.2.1 | 0 | '' | false
                    conversation with mx.example.net[192.0.2.1] timed out while sending RCPT TO | mx.example.net | 192.0.2.1 | 0 | '' | false
                    Host or domain name not found. Name service error for name=Example.invalid type=MX: Host not found, try again | example.invalid | '' | 0 | '' | false
                    mail transport unavailable | '' | '' | 0 | '' | false
                    [] [x] [::] host [192.0.2.1] said: 4 | '' | '' | 0 | '' | false
                    """)
    void takesAReasonApart(
            String reason, String relay, String ip, int code, String dsn, boolean suspended) {
        ReasonText text = ReasonText.of(reason);

        assertThat(text.relay()).isEqualTo(relay);
        assertThat(text.ip()).isEqualTo(ip);
        assertThat(text.code()).isEqualTo(code);
        assertThat(text.dsn()).isEqualTo(dsn);
        assertThat(text.suspended()).isEqualTo(suspended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    host gmail-smtp-in.l.google.com[192.0.2.27] said: 421-4.7.28 Gmail has detected an unusual rate of mail 421-4.7.28 from your IP address 192.0.2.9. 421 4.7.28 https://support.example.com/mail/ d2e1a72fcca58-7258b99f3a1si1234.12 - gsmtp (in reply to end of DATA command) | host google.com said: 421 4.7.28 Gmail has detected an unusual rate of mail from your IP address … https://support.example.com/mail/ … - gsmtp (in reply to end of DATA command)
                    host alt1.gmail-smtp-in.l.google.com[198.51.100.3] said: 421-4.7.28 Gmail has detected an unusual rate of mail 421-4.7.28 from your IP address 198.51.100.77. 421 4.7.28 https://support.example.com/mail/ aa11b22ccdd-99x88si77.66 - gsmtp (in reply to end of DATA command) | host google.com said: 421 4.7.28 Gmail has detected an unusual rate of mail from your IP address … https://support.example.com/mail/ … - gsmtp (in reply to end of DATA command)
                    delivery temporarily suspended: connect to mx3.mail.example.net[192.0.2.1]:25: Connection timed out | connect to example.net: Connection timed out
                    connect to mx7.example.net[192.0.2.77]:25: Connection timed out | connect to example.net: Connection timed out
                    connect to 127.0.0.1[127.0.0.1]:12599: Connection refused | connect to …: Connection refused
                    host mx.example.co.uk[192.0.2.1] said: 450 4.1.1 <joe@example.co.uk>: Recipient address rejected: greylisted until 12:33:01 | host example.co.uk said: 450 4.1.1 … Recipient address rejected: greylisted until …
                    Host or domain name not found. Name service error for name=a.example type=MX: Host not found, try again | Host or domain name not found. Name service error for name=… type=MX: Host not found, try again
                    host mx.example.net[192.0.2.1] said: 550-Blocked 551-for 554-5.7.1 good 550 reasons (in reply to DATA command) | host example.net said: 550 Blocked for good reasons (in reply to DATA command)
                    host mx.example.net[192.0.2.1] said: 450 try again on Mon, 2 Mar 2026 12:33:01 or Tue, 3 Mar 2026 | host example.net said: 450 try again on … or …
                    mail transport unavailable | mail transport unavailable
                    """)
    void bringsOneCauseToOneText(String reason, String normalised) {
        assertThat(ReasonText.of(reason).normalised()).isEqualTo(normalised);
    }

    @Test
    void keepsDifferentCodesApart() {
        List<String> causes =
                List.of("421 4.7.28 slow down", "421 4.7.0 slow down", "450 4.7.28 slow down")
                        .stream()
                        .map(reply -> "host mx.example.net[192.0.2.1] said: " + reply)
                        .map(reason -> ReasonText.of(reason).normalised())
                        .toList();

        assertThat(causes).doesNotHaveDuplicates();
    }

    @Test
    void staysShortAndQuickOnHostileText() {
        for (String piece : List.of("a", "[", "1.", "]", " ", "421 4.7.28 ", "a[1]:", "…", "\0")) {
            ReasonText text = ReasonText.of("host x said: " + piece.repeat(500_000));

            assertThat(text.cause()).hasSizeLessThanOrEqualTo(2000);
            assertThat(text.normalised()).hasSizeLessThanOrEqualTo(240);
        }
    }

    @Test
    void survivesDamage() {
        String good =
                "delivery temporarily suspended: host mx1.example.net[192.0.2.25] said: 421-4.7.28"
                        + " rate <a@b> name=x http://y/z 12:13 (in reply to MAIL FROM command)";
        Mutations.of(
                good.getBytes(StandardCharsets.UTF_8),
                10_000,
                bytes -> ReasonText.of(new String(bytes, StandardCharsets.UTF_8)).normalised());
    }
}
