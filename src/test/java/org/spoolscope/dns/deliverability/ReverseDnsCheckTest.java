package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Outcome;

/// An address and its name: confirmed, missing, leading elsewhere, generic, not known.
final class ReverseDnsCheckTest {
    private static final String ADDRESS = "192.0.2.10";
    private static final String REVERSE = "10.2.0.192.in-addr.arpa";
    private static final String REVERSE_V6 =
            "0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa";

    private final TestingRecords dns = new TestingRecords();
    private final ReverseDnsCheck check = new ReverseDnsCheck(ADDRESS, "mail.example.org");

    @Test
    void confirmsAnAddress() {
        dns.with(REVERSE + " PTR mail.example.org").with("mail.example.org A 192.0.2.9");
        dns.with("mail.example.org A 192.0.2.10");

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.PTR_CONFIRMED);
        assertThat(found.arguments()).containsExactly("mail.example.org");
        assertThat(found.evidence())
                .containsExactly(
                        "10.2.0.192.in-addr.arpa PTR mail.example.org",
                        "mail.example.org A 192.0.2.9",
                        "mail.example.org A 192.0.2.10");
    }

    @Test
    void confirmsIPv6HoweverItIsWritten() {
        dns.with(REVERSE_V6 + " PTR mail.example.org").with("mail.example.org AAAA 2001:db8::10");

        assertThat(dns.outcomes(new ReverseDnsCheck("2001:DB8:0:0::10", null)))
                .containsExactly(Outcome.PTR_CONFIRMED);
    }

    @Test
    void saysWhatIsToBeAddedWhereThereIsNoName() {
        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.PTR_MISSING);
        assertThat(found.evidence()).containsExactly(REVERSE + " PTR: no such name");
        assertThat(found.fix())
                .containsExactly(
                        "10.2.0.192.in-addr.arpa. IN PTR mail.example.org.",
                        "mail.example.org. IN A 192.0.2.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org A 198.51.100.1", "mail.example.org TXT none"})
    void findsANameThatDoesNotLeadBack(String record) {
        dns.with(REVERSE + " PTR mail.example.org").with(record);

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.PTR_UNCONFIRMED);
        assertThat(found.fix()).containsExactly("mail.example.org. IN A 192.0.2.10");
    }

    @Test
    void tellsOneConfirmedNameOfSeveral() {
        dns.with(REVERSE + " PTR mail.example.org").with(REVERSE + " PTR gone.example.org");
        dns.with("mail.example.org A " + ADDRESS);

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.PTR_PARTLY_CONFIRMED);
        assertThat(found.arguments()).containsExactly("mail.example.org", "gone.example.org");
    }

    @Test
    void notesSeveralConfirmedNames() {
        dns.with(REVERSE + " PTR mail.example.org").with(REVERSE + " PTR mx.example.org");
        dns.with("mail.example.org A " + ADDRESS).with("mx.example.org A " + ADDRESS);

        assertThat(dns.outcomes(check)).containsExactly(Outcome.PTR_SEVERAL, Outcome.PTR_CONFIRMED);
    }

    @Test
    void followsTenNamesAtMost() {
        for (int i = 0; i < 300; i++) {
            dns.with(REVERSE + " PTR host" + i + ".example.org");
        }

        assertThat(dns.outcomes(check)).containsExactly(Outcome.PTR_UNCONFIRMED);
        assertThat(dns.asked(DnsQuestion.Type.A)).isEqualTo(10);
    }

    @Test
    void isUnknownWhereTheNameWasNotAnswered() {
        dns.silent(REVERSE, DnsQuestion.Type.PTR);

        Finding found = dns.run(check).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.PTR_UNKNOWN);
        assertThat(FindingWording.of(found).headline())
                .hasToString(
                        "The name of the address could not be looked up: no answer within 5 s.");
    }

    @Test
    void isUnknownWhereTheWayBackWasNotAnswered() {
        dns.with(REVERSE + " PTR mail.example.org")
                .servfail("mail.example.org", DnsQuestion.Type.A);

        assertThat(dns.outcomes(check)).containsExactly(Outcome.PTR_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "100.64.0.1", "fd00::1", "169.254.1.1"})
    void asksNothingOfAPrivateAddress(String address) {
        assertThat(dns.outcomes(new ReverseDnsCheck(address, null)))
                .containsExactly(Outcome.ADDRESS_PRIVATE);
        assertThat(dns.asked()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(dns.outcomes(new ReverseDnsCheck("192.0.2.10; rm", null)))
                .containsExactly(Outcome.ADDRESS_INVALID);
    }

    @Test
    void warnsOfAGenericName() {
        dns.with(REVERSE + " PTR ip-192-0-2-10.example.net");
        dns.with("ip-192-0-2-10.example.net A " + ADDRESS);

        assertThat(dns.outcomes(check)).containsExactly(Outcome.PTR_GENERIC);
    }

    @ParameterizedTest
    @CsvSource({
        "ip-192-0-2-10.example.net, 192.0.2.10",
        "10.2.0.192.static.example.net, 192.0.2.10",
        "host-192-000-002-010.example.net, 192.0.2.10",
        "c192000002010.example.net, 192.0.2.10",
        "c000020a.example.net, 192.0.2.10",
        "host10.dyn.example.net, 192.0.2.10",
        "adsl10.example.net, 192.0.2.10",
        "POOL-7.example.net, 192.0.2.10",
        "2001-db8--aa-bb-cc-dd.example.net, 2001:db8::aa:bb:cc:dd",
        "h00aa00bb00cc00dd.example.net, 2001:db8::aa:bb:cc:dd",
    })
    void takesAsGeneric(String name, String address) {
        assertThat(generic(name, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, 192.0.2.10",
        "mx2-10.example.org, 192.0.2.10",
        "smtp10.dynamics-shop.example, 192.0.2.10",
        "out-0-2.mail.example.org, 192.0.2.10",
        "mail.poolside.example, 192.0.2.10",
        "mail.example.org, 2001:db8::10",
    })
    void takesAsAName(String name, String address) {
        assertThat(generic(name, address)).isFalse();
    }

    private static boolean generic(String name, String address) {
        return new GenericName(name, IpAddress.parse(address).orElseThrow()).looksGeneric();
    }
}
