package org.spoolscope.ui.deliverability;

import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.deliverability.Check;
import org.spoolscope.model.deliverability.SubjectReport;
import org.spoolscope.ui.control.Tone;

/// All about one address, name, domain or key.
///
/// @param kind what it is, in a word or two
/// @param tone of the worst row
/// @param rows the worst first
record SubjectRows(DisplayText subject, DisplayText kind, Tone tone, List<FindingRow> rows) {
    SubjectRows {
        rows = List.copyOf(rows);
    }

    static SubjectRows of(SubjectReport report) {
        return new SubjectRows(
                DisplayText.of(report.subject()),
                DisplayText.of(
                        report.findings().stream()
                                .map(finding -> kind(finding.check()))
                                .distinct()
                                .map(kind -> Words.get("deliverability.page.kind." + kind))
                                .map(DisplayText::toString)
                                .collect(Collectors.joining(", "))),
                FindingRow.tone(report.worst()),
                report.findings().stream().map(FindingRow::of).toList());
    }

    private static String kind(Check check) {
        return switch (check) {
            case REVERSE_DNS -> "address";
            case HELO, SPF_HELO -> "helo";
            case DKIM -> "key";
            case MX, SPF, DMARC, MTA_STS, TLS_RPT -> "domain";
        };
    }
}
