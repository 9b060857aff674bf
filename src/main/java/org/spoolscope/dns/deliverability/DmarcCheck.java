package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// What a domain asks receivers to do with mail that fails SPF and DKIM (RFC 7489). A receiver
/// looks at the domain and then at its organisational domain, which takes the list of public
/// suffixes; here its parents are looked at, down to two labels, and that is said.
record DmarcCheck(String domain) implements DnsCheck {
    private static final int MOST_PARENTS = 5;

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        return look(dns, domain, List.of());
    }

    private CompletableFuture<List<Finding>> look(Lookups dns, String at, List<Lookup> before) {
        return dns.ask("_dmarc." + at, DnsQuestion.Type.TXT)
                .thenCompose(lookup -> {
                    List<Lookup> lookups = new ArrayList<>(before);
                    lookups.add(lookup);
                    String parent = parent(at, lookups.size());
                    return parent != null && holdsNone(lookup)
                            ? look(dns, parent, lookups)
                            : CompletableFuture.completedFuture(judge(at, lookups));
                });
    }

    private List<Finding> judge(String at, List<Lookup> lookups) {
        Lookup last = lookups.getLast();
        Findings findings = new Findings(domain, lookups);
        List<String> records =
                last.values().stream().filter(text -> TagList.hasVersion(text, "DMARC1")).toList();
        if (last.isUnknown()) {
            findings.add(Outcome.DMARC_UNKNOWN, last.outcome());
        } else if (records.size() > 1) {
            findings.add(Outcome.DMARC_SEVERAL, last.name());
        } else if (records.size() == 1) {
            DmarcRecord record = new DmarcRecord(records.getFirst(), domain, at);
            record.judge(findings);
        } else {
            findings.addWithFix(
                    firstRecord(),
                    lookups.stream().allMatch(DmarcCheck::holdsNothingAlike)
                            ? Outcome.DMARC_MISSING
                            : Outcome.DMARC_UNREADABLE);
        }
        return findings.all();
    }

    /// Whether there surely is no record of DMARC.
    private static boolean holdsNone(Lookup lookup) {
        return !lookup.isUnknown()
                && lookup.values().stream().noneMatch(text -> TagList.hasVersion(text, "DMARC1"));
    }

    private static boolean holdsNothingAlike(Lookup lookup) {
        return lookup.values().stream().noneMatch(DmarcRecord::looksLikeOne);
    }

    private static @Nullable String parent(String name, int asked) {
        String parent = name.substring(name.indexOf('.') + 1);
        return asked > MOST_PARENTS || parent.indexOf('.') < 0 ? null : parent;
    }

    private List<String> firstRecord() {
        return List.of(
                ZoneLine.text(
                        "_dmarc." + domain, "v=DMARC1; p=none; rua=mailto:postmaster@" + domain));
    }
}
