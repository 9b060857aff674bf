package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Outcome;

/// SPF for the sending addresses. jSPF's terms are tested with it (RFC 7208's test suite); here the
/// results in words, and what is asked and limited on this side.
final class SpfCheckTest {
    private static final String DOMAIN = "example.org";
    private static final String V4 = "192.0.2.10";
    private static final String V6 = "2001:db8::10";

    private final TestingRecords dns = new TestingRecords();

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip4:192.0.2.0/24 -all, SPF_PASS",
        "V=SPF1 ip4:192.0.2.10, SPF_PASS",
        "v=spf1 -all, SPF_FAIL",
        "v=spf1 ~all, SPF_SOFTFAIL",
        "v=spf1 ?all, SPF_NEUTRAL",
        "v=spf1, SPF_NEUTRAL",
        "v=spf10 ip4:192.0.2.10, SPF_NONE",
        "something else, SPF_NONE",
        "v=spf1 ipv4:192.0.2.10 -all, SPF_PERMERROR",
        "v=spf1 ip4:192.0.2.300 -all, SPF_PERMERROR",
        "v=spf1 include:gone.example -all, SPF_PERMERROR",
    })
    void saysWhatTheRecordComesTo(String record, Outcome outcome) {
        dns.with(DOMAIN + " TXT " + record);

        assertThat(dns.outcomes(check(V4))).containsExactly(outcome);
    }

    @Test
    void findsOtherTextRecordsBesideIt() {
        dns.with(DOMAIN + " TXT verification=1").with(DOMAIN + " TXT v=spf1 ip4:" + V4 + " -all");

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void judgesEachAddress() {
        dns.with(DOMAIN + " TXT v=spf1 ip6:2001:db8::/32 -all");

        List<Finding> found = dns.run(check(V4, V6));

        assertThat(found)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.SPF_FAIL, Outcome.SPF_PASS);
        assertThat(found.getFirst().fix())
                .containsExactly(
                        "example.org. IN TXT \"v=spf1 ip4:192.0.2.10 ip6:2001:db8::/32 -all\"");
    }

    @Test
    void offersARecordWhereThereIsNone() {
        Finding found = dns.run(check(V4, V6)).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.SPF_NONE);
        assertThat(found.fix())
                .containsExactly(
                        "example.org. IN TXT \"v=spf1 ip4:192.0.2.10 ip6:2001:db8::10 mx ~all\"");
    }

    @Test
    void countsNoneOfSeveralRecords() {
        dns.with(DOMAIN + " TXT v=spf1 +all").with(DOMAIN + " TXT v=spf1 ip4:" + V4);

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_SEVERAL);
    }

    @Test
    void warnsOfARecordThatIsOpenToAll() {
        dns.with(DOMAIN + " TXT v=spf1 ptr +all");

        assertThat(dns.outcomes(check(V4)))
                .containsExactly(Outcome.SPF_OPEN, Outcome.SPF_PTR, Outcome.SPF_PASS);
    }

    @Test
    void asksForTheFamilyOfTheAddress() {
        dns.with(DOMAIN + " TXT v=spf1 a:mail.example.org mx -all");
        dns.with("mail.example.org AAAA " + V6).with(DOMAIN + " MX 10 mx.example.org");
        dns.with("mx.example.org A " + V4);

        assertThat(dns.outcomes(check(V6))).containsExactly(Outcome.SPF_PASS);
        assertThat(dns.asked(DnsQuestion.Type.A)).isZero();
        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void followsIncludesAndRedirects() {
        dns.with(DOMAIN + " TXT v=spf1 include:_spf.example.net redirect=other.example");
        dns.with("_spf.example.net TXT v=spf1 ip4:198.51.100.0/24 -all");
        dns.with("other.example TXT v=spf1 exists:%{ir}.%{v}._spf.%{d} -all");
        dns.with("10.2.0.192.in-addr._spf.other.example A 127.0.0.2");

        Finding found = dns.run(check(V4)).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.SPF_PASS);
        assertThat(found.evidence())
                .contains("_spf.example.net TXT \"v=spf1 ip4:198.51.100.0/24 -all\"");
    }

    @Test
    void takesAnIncludeWithoutTermsForNoMatch() {
        dns.with(DOMAIN + " TXT v=spf1 include:empty.example ip4:" + V4 + " -all");
        dns.with("empty.example TXT v=spf1");

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void saysWhichIncludeHasNoRecord() {
        dns.with(DOMAIN + " TXT v=spf1 include:gone.example -all");

        assertThat(FindingWording.of(dns.run(check(V4)).getFirst()).headline())
                .hasToString(
                        "The SPF record is in error: gone.example, which it includes, has no SPF"
                                + " record.");
    }

    @Test
    void saysWhichTermIsWrong() {
        dns.with(DOMAIN + " TXT v=spf1 ipv4:192.0.2.10 -all");

        assertThat(FindingWording.of(dns.run(check(V4)).getFirst()).headline())
                .hasToString("The SPF record is in error: the term ipv4:192.0.2.10 is wrong.");
    }

    @Test
    void letsTenTermsAskAndNoMore() {
        dns.with(DOMAIN + " TXT v=spf1" + asking(10) + " ip4:" + V4 + " -all");
        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);

        TestingRecords more = new TestingRecords();
        for (int i = 0; i < 11; i++) {
            more.with("h" + i + ".example A 198.51.100.1");
        }
        more.with(DOMAIN + " TXT v=spf1" + asking(11) + " ip4:" + V4 + " -all");
        assertThat(more.outcomes(check(V4))).containsExactly(Outcome.SPF_TOO_MANY_LOOKUPS);
    }

    @Test
    void countsTheTermsOfIncludedRecords() {
        asking(10);
        dns.with(DOMAIN + " TXT v=spf1 include:inner.example ip4:" + V4);
        dns.with("inner.example TXT v=spf1" + asking(10) + " -all");

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_TOO_MANY_LOOKUPS);
    }

    @Test
    void letsTwoTermsFindNothingAndNoMore() {
        dns.with(DOMAIN + " TXT v=spf1 a:n1.example exists:n2.example ip4:" + V4);
        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);

        TestingRecords more = new TestingRecords();
        more.with(DOMAIN + " TXT v=spf1 a:n1.example exists:n2.example mx:n3.example ip4:" + V4);
        assertThat(more.outcomes(check(V4))).containsExactly(Outcome.SPF_TOO_MANY_VOID);
    }

    @Test
    void countsTheHostsOfAnMxTermAsOne() {
        dns.with(DOMAIN + " TXT v=spf1 mx ip6:" + V6);
        for (int i = 0; i < 5; i++) {
            dns.with(DOMAIN + " MX 10 mx" + i + ".example").with("mx" + i + ".example A " + V4);
        }

        assertThat(dns.outcomes(check(V6))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void takesNoMxTermsHostsForTheNext() {
        dns.with(DOMAIN + " TXT v=spf1 mx:one.example mx:two.example -all");
        dns.with("one.example MX 10 gone.example");
        dns.with("two.example MX 10 mail.two.example").with("mail.two.example A " + V4);

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void refusesAnMxTermOfElevenHosts() {
        dns.with(DOMAIN + " TXT v=spf1 mx -all");
        for (int i = 0; i < 11; i++) {
            dns.with(DOMAIN + " MX 10 mx" + i + ".example").with("mx" + i + ".example A " + V4);
        }

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PERMERROR);
    }

    @Test
    void isUnknownWhenTheRecordWasNotAnswered() {
        dns.silent(DOMAIN, DnsQuestion.Type.TXT);

        Finding found = dns.run(check(V4)).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.SPF_TEMPERROR);
        assertThat(FindingWording.of(found).headline())
                .hasToString("SPF could not be evaluated: no answer within 5 s.");
    }

    @ParameterizedTest
    @CsvSource({
        "include:x.example, x.example, TXT",
        "a:x.example, x.example, A",
        "mx:x.example, x.example, MX",
        "exists:x.example, x.example, A",
        "ptr:x.example, 10.2.0.192.in-addr.arpa, PTR",
    })
    void isUnknownWhenATermWasNotAnswered(String term, String name, DnsQuestion.Type type) {
        dns.with(DOMAIN + " TXT v=spf1 " + term + " -all").servfail(name, type);

        Finding found = dns.run(check(V4)).getFirst();

        assertThat(found.outcome())
                .isIn(Outcome.SPF_TEMPERROR, Outcome.SPF_PTR)
                .isNotEqualTo(Outcome.SPF_FAIL);
        assertThat(dns.outcomes(check(V4))).contains(Outcome.SPF_TEMPERROR);
        assertThat(dns.run(check(V4)).getLast().evidence())
                .contains(name + " " + type + ": the resolver answered SERVFAIL");
    }

    @Test
    void needsNoExplanationThatWasNotAnswered() {
        dns.with(DOMAIN + " TXT v=spf1 -all exp=why.example.org");
        dns.failing("why.example.org", DnsQuestion.Type.TXT, new DnsReply.Unreachable("closed"));

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_FAIL);
    }

    @Test
    void asksNothingThatDoesNotChangeTheResult() {
        dns.with(DOMAIN + " TXT v=spf1 ip4:" + V4 + " include:x.example a mx -all");

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
        assertThat(dns.asked()).hasSize(1);
    }

    @Test
    void endsIncludesThatGoInCircles() {
        dns.with(DOMAIN + " TXT v=spf1 include:example.org -all");

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_TOO_MANY_LOOKUPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:", "include:", "exists:", "redirect=", "exp=", "x=", "%{", "ip6:", "-"})
    @Timeout(60)
    void endsSoonWithHostileTerms(String term) {
        for (String filling : List.of("a", "a.", "a-", "%{d}", "%", "1", "\u202e", "(", ":", "/")) {
            for (int length : List.of(500, 60_000)) {
                TestingRecords hostile = new TestingRecords();
                String text = filling.repeat(length / filling.length());
                hostile.with(DOMAIN + " TXT v=spf1 " + term + text + "! -all");

                assertThat(hostile.outcomes(check(V4))).hasSize(1);
            }
        }
    }

    @Test
    @Timeout(60)
    void readsALongRecordOfManyTerms() {
        dns.with(DOMAIN + " TXT v=spf1" + " ip4:198.51.100.1".repeat(450) + " ip4:" + V4);

        assertThat(dns.outcomes(check(V4))).containsExactly(Outcome.SPF_PASS);
    }

    @Test
    void goesOnWithAnswersThatComeLater() {
        dns.with(DOMAIN + " TXT v=spf1 include:one.example a:two.example -all");
        dns.with("one.example TXT v=spf1 ?all").with("two.example A " + V4).holding();

        var found = check(V4).run(new Lookups(dns, 1));
        while (dns.waiting() > 0) {
            assertThat(found).isNotDone();
            dns.release();
        }

        assertThat(found)
                .isCompletedWithValueMatching(all -> all.getFirst().outcome() == Outcome.SPF_PASS);
    }

    private String asking(int terms) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms; i++) {
            dns.with("h" + i + ".example A 198.51.100.1");
            text.append(" a:h").append(i).append(".example");
        }
        return text.toString();
    }

    private static SpfCheck check(String... addresses) {
        return new SpfCheck(DOMAIN, List.of(addresses), "mail.example.org");
    }
}
