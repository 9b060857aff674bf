package org.spoolscope.dns.deliverability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.deliverability.Outcome;

/// A DMARC record (RFC 7489 6.3), judged for a domain.
///
/// @param domain that sends
/// @param at whose record it is: the domain or a parent of it
record DmarcRecord(String text, String domain, String at) {
    private static final int MOST_FAULTS = 5;
    private static final Pattern LIKE =
            Pattern.compile("(?i)\\s*(v\\s*=\\s*)?DMARC.*|.*\\bp\\s*=.*");
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    private static final Set<String> MODES = Set.of("r", "s");

    /// RFC 7489, and `np`, `psd`, `t` of its successor.
    private static final Set<String> TAGS =
            Set.of(
                    "v", "p", "sp", "pct", "rua", "ruf", "adkim", "aspf", "fo", "rf", "ri", "np",
                    "psd", "t");

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,2}|100");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:[^@\\s]+@[^@\\s]+");

    /// Whether somebody meant it to be a record of DMARC.
    static boolean looksLikeOne(String text) {
        return LIKE.matcher(text).matches();
    }

    void judge(Findings findings) {
        TagList tags = TagList.parse(text);
        policy(findings, tags);
        if (!at.equals(domain)) {
            findings.add(Outcome.DMARC_PARENT, at);
        }
        reports(findings, tags);
        percent(findings, tags.get("pct"));
        faults(findings, tags);
    }

    private void policy(Findings findings, TagList tags) {
        boolean ofSubdomain = !at.equals(domain) && tags.get("sp") != null;
        String tag = ofSubdomain ? "sp" : "p";
        String policy = tags.get(tag, "").toLowerCase(Locale.ROOT);
        if (!POLICIES.contains(policy)) {
            findings.add(Outcome.DMARC_NO_POLICY, tag + "=" + policy);
        } else if (policy.equals("none")) {
            findings.add(Outcome.DMARC_WATCHING);
        } else {
            findings.add(Outcome.DMARC_ENFORCED, policy);
        }
    }

    private static void reports(Findings findings, TagList tags) {
        String reports = tags.get("rua");
        if (reports == null) {
            findings.add(Outcome.DMARC_NO_REPORTS);
            return;
        }
        List<String> wrong =
                Arrays.stream(reports.split(","))
                        .map(String::strip)
                        .filter(address -> !MAILTO.matcher(address).matches())
                        .toList();
        if (!wrong.isEmpty()) {
            findings.add(Outcome.DMARC_REPORT_ADDRESS, "rua=" + String.join(", ", wrong));
        }
    }

    private static void percent(Findings findings, @Nullable String percent) {
        if (percent == null || percent.equals("100")) {
            return;
        }
        boolean isOne = PERCENT.matcher(percent).matches();
        findings.add(
                isOne ? Outcome.DMARC_PERCENT : Outcome.DMARC_TAG,
                isOne ? percent : "pct=" + percent);
    }

    private static void faults(Findings findings, TagList tags) {
        Stream<String> modes =
                Stream.of("adkim", "aspf")
                        .filter(tag -> !MODES.contains(tags.get(tag, "r").toLowerCase(Locale.ROOT)))
                        .map(tag -> tag + "=" + tags.get(tag));
        Stream<String> unknown =
                tags.tags().keySet().stream()
                        .filter(tag -> !TAGS.contains(tag))
                        .map(tag -> tag + "=" + tags.get(tag));
        Stream.of(modes, tags.faults().stream(), unknown)
                .flatMap(faults -> faults)
                .limit(MOST_FAULTS)
                .forEach(fault -> findings.add(Outcome.DMARC_TAG, fault));
    }
}
