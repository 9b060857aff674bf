package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// DMARC records of a domain and its parents.
final class DmarcCheckTest {
    private static final String NAME = "_dmarc.example.org";
    private static final String REPORTS = " rua=mailto:dmarc@example.org";

    private final TestingRecords dns = new TestingRecords();
    private final DmarcCheck check = new DmarcCheck("example.org");

    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=reject, DMARC_ENFORCED",
        "v=DMARC1;p=Quarantine, DMARC_ENFORCED",
        "v = DMARC1 ; p = none, DMARC_WATCHING",
        "v=DMARC1; sp=none, DMARC_NO_POLICY",
        "v=DMARC1; p=deny, DMARC_NO_POLICY",
        "v=dmarc1; p=reject, DMARC_UNREADABLE",
        "p=reject; v=DMARC1, DMARC_UNREADABLE",
        "DMARC1; p=reject, DMARC_UNREADABLE",
        "something else, DMARC_MISSING",
    })
    void readsThePolicy(String record, Outcome outcome) {
        dns.with(NAME + " TXT " + record + ";" + REPORTS);

        assertThat(dns.outcomes(check)).containsExactly(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "pct=50, DMARC_PERCENT, 50",
        "pct=101, DMARC_TAG, pct=101",
        "adkim=x, DMARC_TAG, adkim=x",
        "policy=reject, DMARC_TAG, policy=reject",
        "ruf, DMARC_TAG, ruf",
        "p=none, DMARC_TAG, p=none",
    })
    void tellsWhatReceiversPassOver(String tag, Outcome outcome, String argument) {
        dns.with(NAME + " TXT v=DMARC1; p=reject;" + REPORTS + ";" + tag);

        List<Finding> found = dns.run(check);

        assertThat(found)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.DMARC_ENFORCED, outcome);
        assertThat(found.getLast().arguments()).containsExactly(argument);
    }

    @Test
    void tellsWhereReportsGo() {
        dns.with(NAME + " TXT v=DMARC1; p=reject");
        assertThat(dns.outcomes(check))
                .containsExactly(Outcome.DMARC_ENFORCED, Outcome.DMARC_NO_REPORTS);

        TestingRecords wrong = new TestingRecords();
        wrong.with(NAME + " TXT v=DMARC1; p=reject; rua=mailto:a@example.org!10m, b@example.org");
        assertThat(wrong.run(check).getLast().arguments()).containsExactly("rua=b@example.org");
    }

    @Test
    void countsNoneOfSeveralRecords() {
        dns.with(NAME + " TXT v=DMARC1; p=none").with(NAME + " TXT v=DMARC1; p=reject");

        assertThat(dns.outcomes(check)).containsExactly(Outcome.DMARC_SEVERAL);
    }

    @Test
    void looksAtTheParentsAndSaysSo() {
        dns.with(NAME + " TXT v=DMARC1; p=reject; sp=none;" + REPORTS);

        List<Finding> found = dns.run(new DmarcCheck("news.mail.example.org"));

        assertThat(found)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.DMARC_WATCHING, Outcome.DMARC_PARENT);
        assertThat(found.getLast().arguments()).containsExactly("example.org");
        assertThat(dns.asked())
                .extracting(question -> question.name())
                .containsExactly("_dmarc.news.mail.example.org", "_dmarc.mail.example.org", NAME);
    }

    @Test
    void offersARecordWhereThereIsNone() {
        Finding found = dns.run(new DmarcCheck("mail.example.org")).getFirst();

        assertThat(found.outcome()).isEqualTo(Outcome.DMARC_MISSING);
        assertThat(found.fix())
                .containsExactly(
                        "_dmarc.mail.example.org. IN TXT"
                                + " \"v=DMARC1; p=none; rua=mailto:postmaster@mail.example.org\"");
    }

    @Test
    void isUnknownWhenADomainOnTheWayWasNotAnswered() {
        dns.with(NAME + " TXT v=DMARC1; p=reject")
                .silent("_dmarc.mail.example.org", DnsQuestion.Type.TXT);

        assertThat(dns.outcomes(new DmarcCheck("mail.example.org")))
                .containsExactly(Outcome.DMARC_UNKNOWN);
    }

    @Test
    void asksSixNamesAtMost() {
        assertThat(dns.outcomes(new DmarcCheck("a.b.c.d.e.f.g.h.i.example.org")))
                .containsExactly(Outcome.DMARC_MISSING);
        assertThat(dns.asked()).hasSize(6);
    }

    @Test
    void staysShortWithAHostileRecord() {
        dns.with(NAME + " TXT v=DMARC1; p=reject;" + "x;".repeat(30_000) + "y".repeat(5000));

        List<Finding> found = dns.run(check);

        assertThat(found).hasSize(7);
        assertThat(found)
                .allSatisfy(
                        one -> assertThat(String.join("", one.arguments())).hasSizeLessThan(241))
                .allSatisfy(
                        one -> assertThat(String.join("", one.evidence())).hasSizeLessThan(601));
    }
}
