package org.spoolscope.dns.deliverability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.model.deliverability.Outcome;

/// The key that receivers check a server's DKIM signatures with (RFC 6376 3.6.1, RFC 8301, RFC
/// 8463).
record DkimCheck(MailIdentity.Selector selector) implements DnsCheck {
    private static final int LEAST_BITS = 1024;
    private static final int GOOD_BITS = 2048;

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        return dns.ask(selector.name() + "._domainkey." + selector.domain(), DnsQuestion.Type.TXT)
                .thenApply(this::judge);
    }

    private List<Finding> judge(Lookup lookup) {
        Findings findings = new Findings(lookup.name(), lookup);
        if (lookup.isUnknown()) {
            findings.add(Outcome.DKIM_UNKNOWN, lookup.outcome());
        } else if (lookup.isAbsent()) {
            findings.add(Outcome.DKIM_MISSING, selector.domain());
        } else if (lookup.values().size() > 1) {
            findings.add(Outcome.DKIM_SEVERAL, lookup.values().size());
        } else {
            record(findings, lookup.values().getFirst());
        }
        return findings.all();
    }

    private static void record(Findings findings, String text) {
        TagList record = TagList.parse(text);
        String key = record.get("p");
        if (record.get("v") != null && !TagList.hasVersion(text, "DKIM1")) {
            findings.add(Outcome.DKIM_MALFORMED, "v=" + record.get("v"));
        } else if (key == null) {
            findings.add(Outcome.DKIM_MALFORMED, "p=");
        } else if (key.isEmpty()) {
            findings.add(Outcome.DKIM_REVOKED);
        } else {
            key(findings, DkimKey.parse(record.get("k", "rsa"), key));
            uses(findings, record);
        }
    }

    private static void key(Findings findings, DkimKey key) {
        switch (key) {
            case DkimKey.Rsa(int bits) when bits < LEAST_BITS ->
                    findings.add(Outcome.DKIM_WEAK, bits);
            case DkimKey.Rsa(int bits) when bits < GOOD_BITS ->
                    findings.add(Outcome.DKIM_SHORT, bits);
            case DkimKey.Rsa(int bits) -> findings.add(Outcome.DKIM_GOOD, bits);
            case DkimKey.Ed25519() -> findings.add(Outcome.DKIM_ED25519);
            case DkimKey.OfType(String type) -> findings.add(Outcome.DKIM_KEY_TYPE, type);
            case DkimKey.Broken() -> findings.add(Outcome.DKIM_MALFORMED, "p=");
        }
    }

    private static void uses(Findings findings, TagList record) {
        if (!list(record.get("h", "sha256")).anyMatch("sha256"::equals)) {
            findings.add(Outcome.DKIM_UNUSABLE, "h=" + record.get("h"));
        }
        if (!list(record.get("s", "*")).anyMatch(use -> use.equals("*") || use.equals("email"))) {
            findings.add(Outcome.DKIM_UNUSABLE, "s=" + record.get("s"));
        }
        if (list(record.get("t", "")).anyMatch("y"::equals)) {
            findings.add(Outcome.DKIM_TESTING);
        }
    }

    private static Stream<String> list(String value) {
        return Arrays.stream(value.split(":")).map(one -> one.strip().toLowerCase(Locale.ROOT));
    }
}
