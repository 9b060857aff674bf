package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;

/// A question with its answer, as proof.
///
/// @param name without the last dot
record Lookup(String name, DnsQuestion.Type type, DnsReply reply) {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 600;

    /// The records; empty where there are none, or where that is not known.
    List<String> values() {
        return reply instanceof DnsReply.Records(var values, _) ? values : List.of();
    }

    /// Whether the DNS said that there is no such record.
    boolean isAbsent() {
        return reply instanceof DnsReply.NoData || reply instanceof DnsReply.NoName;
    }

    /// Whether the DNS said nothing that counts.
    boolean isUnknown() {
        return values().isEmpty() && !isAbsent();
    }

    /// What was answered, one record a line, bounded; a line also for what is no record.
    List<String> evidence() {
        List<String> values = values();
        if (values.isEmpty()) {
            return List.of(name + " " + type + ": " + outcome());
        }
        List<String> lines = new ArrayList<>();
        for (String value : values.subList(0, Math.min(values.size(), MOST_LINES))) {
            lines.add(clip(name + " " + type + " " + shown(value)));
        }
        if (values.size() > MOST_LINES) {
            lines.add(
                    Words.get(
                                    "deliverability.evidence.more",
                                    Figures.count(values.size() - MOST_LINES))
                            .toString());
        }
        return lines;
    }

    /// What came instead of records, in a few words.
    String outcome() {
        DisplayText words =
                switch (reply) {
                    case DnsReply.Records _, DnsReply.NoData _ ->
                            Words.get("deliverability.evidence.no-data");
                    case DnsReply.NoName _ -> Words.get("deliverability.evidence.no-name");
                    case DnsReply.Failed(String code) ->
                            Words.get("deliverability.evidence.failed", code);
                    case DnsReply.Silent(var waited) ->
                            Words.get("deliverability.evidence.silent", Figures.span(waited));
                    case DnsReply.Unreachable(String why) ->
                            Words.get("deliverability.evidence.unreachable", why);
                };
        return words.toString();
    }

    private String shown(String value) {
        return type == DnsQuestion.Type.TXT ? '"' + value + '"' : value;
    }

    private static String clip(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }
}
