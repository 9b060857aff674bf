package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// The name in EHLO: full, in the DNS, leading to what sends.
final class HeloCheckTest {
    private static final String NAME = "mail.example.org";

    private final TestingRecords dns = new TestingRecords();
    private final HeloCheck check = new HeloCheck(NAME, List.of("192.0.2.10", "2001:db8::10"));

    @Test
    void isGoodWhenItLeadsToAllThatSends() {
        dns.with(NAME + " A 192.0.2.10").with(NAME + " AAAA 2001:db8::10");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.HELO_GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "mail",
                "mail.localdomain",
                "mail.local",
                "192.0.2.10",
                "ma_il.example.org",
                "-mail.example.org",
                "",
                "mail..example.org",
                "$(reboot).example.org"
            })
    void isBadWhenItIsNoFullName(String name) {
        Finding found = dns.run(new HeloCheck(name, List.of("192.0.2.10"))).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.HELO_NOT_FULL);
        assertThat(found.fix()).containsExactly("postconf -e 'myhostname = mail.example.org'");
        assertThat(dns.asked()).isEmpty();
    }

    @Test
    void isBadWhenItIsNotInTheDns() {
        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.HELO_UNRESOLVED);
        assertThat(found.fix())
                .containsExactly(
                        "mail.example.org. IN A 192.0.2.10",
                        "mail.example.org. IN AAAA 2001:db8::10");
    }

    @Test
    void warnsWhenItLeadsElsewhere() {
        dns.with(NAME + " A 198.51.100.7");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.HELO_ELSEWHERE);
        assertThat(found.arguments()).containsExactly("198.51.100.7");
    }

    @Test
    void warnsWhenOneAddressIsMissing() {
        dns.with(NAME + " A 192.0.2.10");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.HELO_PARTLY);
        assertThat(found.fix()).containsExactly("mail.example.org. IN AAAA 2001:db8::10");
    }

    @Test
    void isUnknownWhenWhatIsMissingWasNotAnswered() {
        dns.with(NAME + " A 192.0.2.10").servfail(NAME, DnsQuestion.Type.AAAA);

        assertThat(dns.outcomes(check)).containsExactly(Outcome.HELO_UNKNOWN);
    }

    @Test
    void needsNoAnswerThatWouldChangeNothing() {
        dns.with(NAME + " A 192.0.2.10").servfail(NAME, DnsQuestion.Type.AAAA);

        assertThat(dns.outcomes(new HeloCheck(NAME, List.of("192.0.2.10"))))
                .containsExactly(Outcome.HELO_GOOD);
    }

    @Test
    void comparesNothingWithPrivateAddresses() {
        dns.with(NAME + " A 192.0.2.10");

        assertThat(dns.outcomes(new HeloCheck(NAME, List.of("10.0.0.5"))))
                .containsExactly(Outcome.HELO_RESOLVES);
    }
}
