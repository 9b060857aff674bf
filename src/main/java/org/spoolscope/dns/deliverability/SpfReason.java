package org.spoolscope.dns.deliverability;

import java.util.List;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// Why an SPF record is an error, for people: what jSPF says is for those who know its code.
final class SpfReason {
    private static final String TERM = "Term [";

    private SpfReason() {}

    /// @param message of jSPF's exception
    /// @param lookups up to the error
    static String of(String message, List<Lookup> lookups) {
        DisplayText words;
        if (message.startsWith(TERM)) {
            int end = message.indexOf(']');
            words = Words.get("deliverability.spf.term", message.substring(TERM.length(), end));
        } else if (message.equals("More than 1 SPF record found")) {
            words = Words.get("deliverability.spf.several", lastRecord(lookups));
        } else if (message.equals("included checkSPF returned NoneException")) {
            words = Words.get("deliverability.spf.include-none", lastRecord(lookups));
        } else {
            words = DisplayText.of(message);
        }
        return words.toString();
    }

    private static String lastRecord(List<Lookup> lookups) {
        return lookups.reversed().stream()
                .filter(lookup -> lookup.type() == DnsQuestion.Type.TXT)
                .map(Lookup::name)
                .findFirst()
                .orElse("");
    }
}
