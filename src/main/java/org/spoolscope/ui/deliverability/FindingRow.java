package org.spoolscope.ui.deliverability;

import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.ui.control.Tone;

/// One finding as it is shown.
///
/// @param id of its buttons, unique among the findings of a server
/// @param severity in a word
/// @param open whether the evidence is shown without being asked for
/// @param fix lines to copy; empty where there is none
record FindingRow(
        String id,
        Tone tone,
        DisplayText severity,
        DisplayText check,
        Sentence sentence,
        boolean open,
        List<DisplayText> evidence,
        List<DisplayText> fix) {
    private static final int LONGEST_LINE = 1_000;

    FindingRow {
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }

    static FindingRow of(Finding finding) {
        return new FindingRow(
                finding.subject() + "-" + finding.outcome().label(),
                tone(finding.severity()),
                FindingWording.name(finding.severity()),
                FindingWording.name(finding.check()),
                FindingWording.of(finding),
                finding.severity().compareTo(Severity.NOTE) < 0,
                finding.evidence().stream()
                        .map(line -> DisplayText.of(line).clip(LONGEST_LINE))
                        .toList(),
                finding.fix().stream().map(DisplayText::of).toList());
    }

    /// A ring where nobody knows, a grey dot for what is only good to know.
    static Tone tone(Severity severity) {
        return switch (severity) {
            case BAD -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case UNKNOWN -> Tone.OFF;
            case NOTE -> Tone.NEUTRAL;
            case GOOD -> Tone.OK;
        };
    }
}
