package org.spoolscope.dns.deliverability;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Whether a domain says that mail to it must be encrypted (MTA-STS, RFC 8461 3.1), or who is told
/// when that fails (TLS-RPT, RFC 8460 3). Only the TXT record is looked at: the policy file of
/// MTA-STS, which is fetched over HTTPS, is not.
record TransportRecordCheck(String domain, Kind kind) implements DnsCheck {
    /// The two records, which are looked for in the same way.
    enum Kind {
        MTA_STS(
                "_mta-sts.",
                "STSv1",
                "id",
                Pattern.compile("[A-Za-z0-9]{1,32}"),
                Outcome.MTA_STS_PRESENT,
                Outcome.MTA_STS_MISSING,
                Outcome.MTA_STS_INVALID,
                Outcome.MTA_STS_UNKNOWN),
        TLS_RPT(
                "_smtp._tls.",
                "TLSRPTv1",
                "rua",
                Pattern.compile("(?i)(mailto:[^@\\s,]+@[^@\\s,]+|https://[^\\s,]+)(\\s*,.+)?"),
                Outcome.TLS_RPT_PRESENT,
                Outcome.TLS_RPT_MISSING,
                Outcome.TLS_RPT_INVALID,
                Outcome.TLS_RPT_UNKNOWN);

        private final String prefix;
        private final String version;
        private final String tag;
        private final Pattern value;
        private final Outcome present;
        private final Outcome missing;
        private final Outcome invalid;
        private final Outcome unknown;

        Kind(
                String prefix,
                String version,
                String tag,
                Pattern value,
                Outcome present,
                Outcome missing,
                Outcome invalid,
                Outcome unknown) {
            this.prefix = prefix;
            this.version = version;
            this.tag = tag;
            this.value = value;
            this.present = present;
            this.missing = missing;
            this.invalid = invalid;
            this.unknown = unknown;
        }
    }

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        return dns.ask(kind.prefix + domain, DnsQuestion.Type.TXT).thenApply(this::judge);
    }

    private List<Finding> judge(Lookup lookup) {
        Findings findings = new Findings(domain, lookup);
        List<String> records =
                lookup.values().stream()
                        .filter(text -> TagList.hasVersion(text, kind.version))
                        .toList();
        if (lookup.isUnknown()) {
            return findings.add(kind.unknown, lookup.outcome()).all();
        }
        if (records.isEmpty()) {
            return findings.addWithFix(fix(), kind.missing).all();
        }
        String value = TagList.parse(records.getFirst()).get(kind.tag, "");
        return records.size() == 1 && kind.value.matcher(value).matches()
                ? findings.add(kind.present, value).all()
                : findings.addWithFix(fix(), kind.invalid, kind.tag + "=" + value).all();
    }

    /// A record of MTA-STS alone does nothing, so that none is offered.
    private List<String> fix() {
        return kind == Kind.TLS_RPT
                ? List.of(
                        ZoneLine.text(
                                kind.prefix + domain,
                                "v=TLSRPTv1; rua=mailto:postmaster@" + domain))
                : List.of();
    }
}
