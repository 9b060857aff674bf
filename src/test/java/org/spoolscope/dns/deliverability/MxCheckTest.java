package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Where mail for a domain goes.
final class MxCheckTest {
    private static final String DOMAIN = "example.org";

    private final TestingRecords dns = new TestingRecords();
    private final MxCheck check = new MxCheck(DOMAIN, "mail.example.org");

    @Test
    void isGoodWhenAllHostsHaveAnAddress() {
        dns.with(DOMAIN + " MX 10 mx1.example.org").with(DOMAIN + " MX 20 mx2.example.org");
        dns.with("mx1.example.org A 192.0.2.1").with("mx2.example.org AAAA 2001:db8::2");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.MX_GOOD);
        assertThat(found.arguments()).containsExactly("mx1.example.org, mx2.example.org");
    }

    @Test
    void isBadWhenTheDomainDoesNotExist() {
        assertThat(dns.outcomes(check)).containsExactly(Outcome.DOMAIN_MISSING);
    }

    @Test
    void isBadWithNeitherMxNorAddress() {
        dns.with(DOMAIN + " TXT something");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.MX_MISSING);
        assertThat(found.fix()).containsExactly("example.org. IN MX 10 mail.example.org.");
    }

    @Test
    void warnsOfTheDomainsOwnAddress() {
        dns.with(DOMAIN + " A 192.0.2.1");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_IMPLICIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 .", "0 "})
    void isBadWithANullMx(String nothing) {
        dns.with(DOMAIN + " MX " + nothing);

        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_NULL);
    }

    @Test
    void isBadWithANullMxAmongOthers() {
        dns.with(DOMAIN + " MX 0 .").with(DOMAIN + " MX 10 mail.example.org");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_NULL_MIXED);
    }

    @Test
    void isBadWithAnAddressForAHost() {
        dns.with(DOMAIN + " MX 10 192.0.2.1");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.MX_ADDRESS);
        assertThat(found.arguments()).containsExactly("192.0.2.1");
    }

    @Test
    void tellsHostsWithoutAddress() {
        dns.with(DOMAIN + " MX 10 gone.example.org");
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_UNRESOLVED);

        dns.with(DOMAIN + " MX 20 mail.example.org").with("mail.example.org A 192.0.2.1");
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_PARTLY_UNRESOLVED);
    }

    @Test
    void warnsOfAnAlias() {
        dns.with(DOMAIN + " MX 10 mail.example.org").with("mail.example.org A 192.0.2.1");
        dns.with("mail.example.org CNAME host.example.net");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_CNAME);
    }

    @Test
    void isUnknownWhenAHostWasNotAnswered() {
        dns.with(DOMAIN + " MX 10 mail.example.org").silent("mail.example.org", DnsQuestion.Type.A);
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_TARGET_UNKNOWN);

        dns.with("mail.example.org AAAA 2001:db8::1");
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_GOOD);

        dns.servfail("mail.example.org", DnsQuestion.Type.CNAME);
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_TARGET_UNKNOWN);
    }

    @Test
    void isUnknownWhenTheDomainWasNotAnswered() {
        dns.servfail(DOMAIN, DnsQuestion.Type.MX);
        assertThat(dns.outcomes(check)).containsExactly(Outcome.MX_UNKNOWN);
    }

    @Test
    void followsSixteenHostsAtMost() {
        for (int i = 0; i < 500; i++) {
            dns.with(DOMAIN + " MX 10 mx" + i + ".example.org");
        }

        Finding found = dns.run(check).getFirst();

        assertThat(dns.asked()).hasSize(1 + 16 * 3);
        assertThat(found.evidence()).hasSizeLessThanOrEqualTo(40).contains("… and 488 more");
    }
}
