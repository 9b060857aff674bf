package org.spoolscope.ui.destination;

import java.util.List;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.CauseWording;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;

/// Causes in plain words.
final class CauseText {
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_EXAMPLE = 2_000;

    private CauseText() {}

    /// What it comes down to, and what can be done about it.
    ///
    /// @param who whose reply it is
    static Sentence sentence(CauseFigures cause, String who) {
        return CauseWording.of(cause.kind(), who, cause.list());
    }

    /// Of the most frequent cause and how often; empty where nothing was put off or refused.
    static DisplayText top(DestinationFigures figures) {
        if (figures.causes().isEmpty()) {
            return DisplayText.EMPTY;
        }
        CauseFigures first = figures.causes().getFirst();
        return Words.get(
                "destination.top",
                Figures.count(first.deferred() + first.bounced()),
                sentence(first, figures.name()).headline());
    }

    static DisplayText counts(CauseFigures cause, Times times) {
        return Words.get(
                "destination.cause.counts",
                Figures.count(cause.deferred()),
                Figures.count(cause.bounced()),
                Figures.count(cause.recent()),
                times.second(cause.first()),
                times.second(cause.last()));
    }

    static DisplayText reason(CauseFigures cause) {
        DisplayText reason = bounded(cause.reason(), LONGEST_REASON).naming(named(cause));
        return cause.relay().isEmpty()
                ? reason
                : Words.get("destination.cause.reason", cause.relay(), reason);
    }

    static DisplayText example(CauseFigures cause) {
        return bounded(cause.example(), LONGEST_EXAMPLE).naming(named(cause));
    }

    private static List<String> named(CauseFigures cause) {
        return List.of(cause.exampleOf());
    }

    /// What is final is worse than what waits.
    static Tone tone(CauseFigures cause) {
        return cause.bounced() > 0 || cause.kind() == CauseClass.IP_BLOCKED ? Tone.BAD : Tone.WARN;
    }

    private static DisplayText bounded(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest + 1) : text;
        return DisplayText.of(cut).clip(longest);
    }
}
