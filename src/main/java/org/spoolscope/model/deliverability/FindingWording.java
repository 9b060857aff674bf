package org.spoolscope.model.deliverability;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;

/// What is said about findings, the same in the window and on the command line.
public final class FindingWording {
    private FindingWording() {}

    /// What is so, and what to do about it; the advice is empty where nothing is to be done.
    public static Sentence of(Finding finding) {
        String key = "deliverability." + finding.outcome().label();
        Object[] arguments = finding.arguments().toArray();
        return new Sentence(
                Words.get(key, arguments),
                finding.severity() == Severity.GOOD
                        ? DisplayText.EMPTY
                        : Words.get(key + ".advice", arguments));
    }

    /// The check as a heading has it.
    public static DisplayText name(Check check) {
        return Words.get("deliverability.check." + check.label());
    }

    /// How many findings there are of a severity, at least one.
    public static DisplayText counted(long count, Severity severity) {
        String key = "deliverability.counted." + severity.label();
        return count == 1 ? Words.get(key + ".one") : Words.get(key, Figures.count(count));
    }

    /// The severity in a word.
    public static DisplayText name(Severity severity) {
        return Words.get("deliverability.severity." + severity.label());
    }
}
