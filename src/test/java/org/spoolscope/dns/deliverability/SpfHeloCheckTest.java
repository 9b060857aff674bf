package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Outcome;

/// SPF of the name in EHLO.
final class SpfHeloCheckTest {
    private static final String NAME = "mail.example.org";
    private static final String V4 = "192.0.2.10";
    private static final String V6 = "2001:db8::10";

    private final TestingRecords dns = new TestingRecords();

    @ParameterizedTest
    @CsvSource({
        "v=spf1 a -all, SPF_HELO_PASS",
        "v=spf1 -all, SPF_HELO_FAIL",
        "v=spf1 ~all, SPF_HELO_UNNAMED",
        "v=spf1, SPF_HELO_UNNAMED",
        "something else, SPF_HELO_NONE",
        "v=spf1 ipv4:192.0.2.10 -all, SPF_HELO_ERROR",
        "v=spf1 a:gone1.example a:gone2.example a:gone3.example -all, SPF_HELO_ERROR",
    })
    void saysWhatTheRecordComesTo(String record, Outcome outcome) {
        dns.with(NAME + " A " + V4).with(NAME + " TXT " + record);

        assertThat(dns.outcomes(new SpfHeloCheck(NAME, List.of(V4)))).containsExactly(outcome);
    }

    @Test
    void theSenderIsPostmasterOfTheName() {
        dns.with(NAME + " TXT v=spf1 exists:%{l}.%{o}.%{h}.spf.example -all");
        dns.with("postmaster." + NAME + "." + NAME + ".spf.example A 127.0.0.2");

        assertThat(dns.outcomes(new SpfHeloCheck(NAME, List.of(V4))))
                .containsExactly(Outcome.SPF_HELO_PASS);
    }

    @Test
    void whatIsSoOfAllAddressesIsToldOnce() {
        List<Finding> none = dns.run(new SpfHeloCheck(NAME, List.of(V4, V6, "10.0.0.5")));

        assertThat(none).hasSize(1);
        assertThat(FindingWording.of(none.getFirst()).headline())
                .hasToString("The name has no SPF record of its own.");
        assertThat(none.getFirst().fix())
                .containsExactly(
                        "mail.example.org. IN TXT"
                                + " \"v=spf1 ip4:192.0.2.10 ip6:2001:db8::10 -all\"");

        dns.with(NAME + " TXT v=spf1 ip4:" + V4 + " -all");
        List<Finding> mixed = dns.run(new SpfHeloCheck(NAME, List.of(V4, V6)));

        assertThat(mixed)
                .extracting(one -> FindingWording.of(one).headline().toString())
                .containsExactly(
                        "SPF lets 192.0.2.10 use the name.",
                        "SPF forbids 2001:db8::10 to use the name.");
        assertThat(mixed.getLast().fix())
                .containsExactly(
                        "mail.example.org. IN TXT"
                                + " \"v=spf1 ip6:2001:db8::10 ip4:192.0.2.10 -all\"");
    }

    @Test
    void whatCouldNotBeAskedIsNotKnown() {
        dns.servfail(NAME, DnsQuestion.Type.TXT);

        assertThat(dns.outcomes(new SpfHeloCheck(NAME, List.of(V4))))
                .containsExactly(Outcome.SPF_HELO_UNKNOWN);
    }

    @Test
    void aNameThatIsNoHostsIsLeftToTheCheckOfTheName() {
        assertThat(dns.run(new SpfHeloCheck("mail.local", List.of(V4)))).isEmpty();
        assertThat(dns.asked()).isEmpty();
    }
}
