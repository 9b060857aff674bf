package org.spoolscope.ui.action;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.action.Progress;
import org.spoolscope.ui.control.Times;

/// One action as the page shows it.
///
/// @param progress of one that runs here; else null
/// @param now what times count up and down to
/// @param readOnly whether its server is, so that nothing can be undone or deleted there
public record ActionRow(
        ActionRecord record, @Nullable Progress progress, Instant now, boolean readOnly) {
    DisplayText when(Times times) {
        return times.day(record.planned());
    }

    /// `Hold 500 messages`.
    DisplayText what() {
        if (record.verb() != Verb.FLUSH) {
            return ActionWording.title(record.verb(), record.asked());
        }
        return record.site().isEmpty()
                ? ActionWording.title(Verb.FLUSH, 0)
                : Words.get("action.dialog.flush-site", record.site());
    }

    /// How far it is.
    DisplayText state(Times times) {
        return switch (record.state()) {
            case RUNNING ->
                    progress == null
                            ? Words.get("action.page.running")
                            : ProgressPane.words(progress);
            case WAITING -> waiting(times);
            case DONE ->
                    Words.get(
                            record.undoneBy() == null ? "action.page.done" : "action.page.undone");
            case INTERRUPTED -> Words.get("action.page.interrupted");
        };
    }

    /// `deleted at 14:32, in 6 min`.
    private DisplayText waiting(Times times) {
        Instant until = record.until();
        if (until == null) {
            return Words.get("action.page.waiting");
        }
        return until.isAfter(now)
                ? Words.get("action.page.waiting.until", times.minute(until), left())
                : Words.get(readOnly ? "action.page.waiting.read-only" : "action.page.waiting.due");
    }

    /// How long a deletion can be taken back: `9:41`.
    DisplayText left() {
        Instant until = record.until();
        long seconds = until == null ? 0 : Math.max(0, Duration.between(now, until).toSeconds());
        return seconds >= 3600
                ? DisplayText.of(Figures.span(Duration.ofSeconds(seconds)))
                : DisplayText.of(
                        seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60);
    }

    /// Whether it can be taken back now.
    boolean canBeUndone() {
        return record.canBeUndone() && !readOnly;
    }

    /// What came of it, in words; empty until it is known.
    DisplayText outcome() {
        return switch (record.state()) {
            case RUNNING -> DisplayText.EMPTY;
            case INTERRUPTED -> Words.get("action.page.interrupted.outcome");
            case WAITING -> ActionEnd.words(record);
            case DONE ->
                    record.verb() == Verb.DELETE && record.undoneBy() != null
                            ? Words.get("action.page.called-off")
                            : ActionEnd.words(record);
        };
    }
}
