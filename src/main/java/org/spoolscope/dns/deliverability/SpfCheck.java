package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Whether a domain lets each of the sending addresses send for it (RFC 7208).
///
/// @param addresses that send, as literals
/// @param helo what the server says in EHLO, for macros
record SpfCheck(String domain, List<String> addresses, String helo) implements DnsCheck {
    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        return dns.ask(domain, DnsQuestion.Type.TXT)
                .thenCompose(txt -> {
                    List<String> records = txt.values().stream().filter(SpfRecord::isOne).toList();
                    return records.size() == 1
                            ? evaluate(dns, txt, new SpfRecord(records.getFirst()))
                            : CompletableFuture.completedFuture(withoutOne(txt, records.size()));
                });
    }

    private List<Finding> withoutOne(Lookup txt, int records) {
        Findings findings = new Findings(domain, txt);
        if (txt.isUnknown()) {
            return findings.add(Outcome.SPF_TEMPERROR, txt.outcome()).all();
        }
        if (records > 1) {
            return findings.add(Outcome.SPF_SEVERAL, records).all();
        }
        String first = ZoneLine.text(domain, SpfRecord.first(PublicAddresses.of(addresses)));
        return findings.addWithFix(List.of(first), Outcome.SPF_NONE).all();
    }

    private CompletableFuture<List<Finding>> evaluate(Lookups dns, Lookup txt, SpfRecord record) {
        List<CompletableFuture<List<Finding>>> each = new ArrayList<>();
        each.add(CompletableFuture.completedFuture(ofRecord(txt, record)));
        for (IpAddress address : PublicAddresses.of(addresses)) {
            each.add(
                    SpfEvaluation.of(dns, address, domain, helo)
                            .thenApply(verdict -> judge(record, address, verdict)));
        }
        return Lookups.all(each).thenApply(all -> all.stream().flatMap(List::stream).toList());
    }

    /// What is said of the record itself, whoever sends.
    private List<Finding> ofRecord(Lookup txt, SpfRecord record) {
        Findings findings = new Findings(domain, txt);
        if (record.isOpen()) {
            findings.add(Outcome.SPF_OPEN);
        }
        if (record.usesPtr()) {
            findings.add(Outcome.SPF_PTR);
        }
        return findings.all();
    }

    private List<Finding> judge(SpfRecord record, IpAddress address, SpfVerdict verdict) {
        Findings findings = new Findings(domain, verdict.lookups());
        List<String> fix = List.of(ZoneLine.text(domain, record.with(List.of(address))));
        switch (verdict.result()) {
            case PASS -> findings.add(Outcome.SPF_PASS, address);
            case FAIL -> findings.addWithFix(fix, Outcome.SPF_FAIL, address);
            case SOFTFAIL -> findings.addWithFix(fix, Outcome.SPF_SOFTFAIL, address);
            case NEUTRAL -> findings.addWithFix(fix, Outcome.SPF_NEUTRAL, address);
            case NONE -> findings.add(Outcome.SPF_NONE);
            case TEMPERROR -> findings.add(Outcome.SPF_TEMPERROR, verdict.why());
            case PERMERROR -> findings.add(Outcome.SPF_PERMERROR, verdict.why());
            case TOO_MANY_LOOKUPS -> findings.add(Outcome.SPF_TOO_MANY_LOOKUPS, address);
            case TOO_MANY_VOID -> findings.add(Outcome.SPF_TOO_MANY_VOID, address);
        }
        return findings.all();
    }
}
