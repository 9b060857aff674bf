package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.deliverability.Check;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.model.deliverability.MailIdentity.Selector;
import org.spoolscope.model.deliverability.Outcome;
import org.spoolscope.model.deliverability.Severity;

/// All checks of a server at once.
final class DeliverabilityTest {
    private static final MailIdentity SERVER =
            new MailIdentity(
                    List.of("192.0.2.10", "2001:db8::10"),
                    List.of("mail.example.org"),
                    List.of("example.org", "not a domain"),
                    List.of(new Selector("s1", "example.org")));

    private final TestingRecords dns = new TestingRecords();

    @Test
    void runsEachCheckOfEachSubject() {
        List<Finding> found = new Deliverability(dns).check(SERVER, _ -> {}).join();

        assertThat(found)
                .extracting(finding -> finding.subject() + " " + finding.outcome())
                .containsExactly(
                        "192.0.2.10 PTR_MISSING",
                        "2001:db8::10 PTR_MISSING",
                        "mail.example.org HELO_UNRESOLVED",
                        "mail.example.org SPF_HELO_NONE",
                        "example.org DOMAIN_MISSING",
                        "example.org SPF_NONE",
                        "example.org DMARC_MISSING",
                        "example.org MTA_STS_MISSING",
                        "example.org TLS_RPT_MISSING",
                        "not a domain DOMAIN_INVALID",
                        "s1._domainkey.example.org DKIM_MISSING");
    }

    @Test
    void aNameThatIsASendingDomainTooIsNotJudgedTwice() {
        MailIdentity server =
                new MailIdentity(
                        List.of("192.0.2.10"),
                        List.of("Mail.example.org"),
                        List.of("mail.example.org"),
                        List.of());

        assertThat(new Deliverability(dns).check(server, _ -> {}).join())
                .extracting(Finding::check)
                .contains(Check.SPF)
                .doesNotContain(Check.SPF_HELO);
    }

    @Test
    void handsFindingsOnAsTheyCome() {
        dns.holding();
        List<Finding> came = new ArrayList<>();
        CompletableFuture<List<Finding>> all = new Deliverability(dns).check(SERVER, came::add);

        dns.release();
        assertThat(came).extracting(Finding::check).containsExactly(Check.MX, Check.REVERSE_DNS);
        assertThat(all).isNotDone();
        while (dns.waiting() > 0) {
            dns.release();
        }

        assertThat(all.join()).containsExactlyInAnyOrderElementsOf(came);
    }

    @Test
    void asksNothingMoreWhenItIsCancelled() {
        dns.holding();
        CompletableFuture<List<Finding>> all = new Deliverability(dns).check(SERVER, _ -> {});
        int asked = dns.asked().size();

        all.cancel(true);
        while (dns.waiting() > 0) {
            dns.release();
        }

        assertThat(dns.asked()).hasSize(asked);
    }

    /// Goal H5: unknown is never good, and never bad.
    @Test
    void knowsNothingWhereNothingIsAnswered() {
        List<Finding> found =
                new Deliverability(new NoAnswers())
                        .check(SERVER, _ -> {}).join().stream()
                                .filter(finding -> finding.outcome() != Outcome.DOMAIN_INVALID)
                                .toList();

        assertThat(found).hasSize(10).extracting(Finding::severity).containsOnly(Severity.UNKNOWN);
    }
}
