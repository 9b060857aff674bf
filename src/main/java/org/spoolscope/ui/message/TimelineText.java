package org.spoolscope.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;

/// A journey in words: what its head says, and all of it as text to copy.
final class TimelineText {
    private TimelineText() {}

    /// `mail1 · 1 h 52 min old · 4,300 bytes`.
    static DisplayText about(Timeline timeline, Instant now) {
        List<DisplayText> parts = new ArrayList<>();
        parts.add(DisplayText.of(timeline.server()));
        if (timeline.arrived() != null) {
            parts.add(
                    Words.get(
                            "message.age",
                            Figures.span(Duration.between(timeline.arrived(), now))));
        }
        if (timeline.size() >= 0) {
            parts.add(Words.get("message.size", Figures.count(timeline.size())));
        }
        return DisplayText.join(" · ", parts);
    }

    static DisplayText recipients(Timeline timeline) {
        return timeline.recipients().isEmpty()
                ? Words.get("figure.unknown")
                : DisplayText.join(", ", timeline.recipients());
    }

    static DisplayText known(DisplayText text) {
        return text.isEmpty() ? Words.get("figure.unknown") : text;
    }

    /// Line by line, as it goes into a ticket.
    static List<DisplayText> lines(Timeline timeline, Times times, Instant now) {
        List<DisplayText> lines = new ArrayList<>();
        lines.add(
                Words.get(
                        "message.copy.head",
                        timeline.id(),
                        timeline.state(),
                        about(timeline, now)));
        lines.add(Words.get("message.copy.from", known(timeline.sender())));
        lines.add(Words.get("message.copy.to", recipients(timeline)));
        lines.add(Words.get("message.copy.message-id", known(timeline.messageId())));
        for (TimelineStep step : timeline.steps()) {
            lines.add(line(step, times));
        }
        if (timeline.more() > 0) {
            lines.add(Words.get("message.more", Figures.count(timeline.more())));
        }
        return lines;
    }

    private static DisplayText line(TimelineStep step, Times times) {
        List<DisplayText> parts = new ArrayList<>();
        parts.add(
                step.at() == null
                        ? Words.get("message.no-time")
                        : DisplayText.of(times.day(step.at()) + " " + times.zoneName()));
        parts.add(step.word());
        parts.add(step.who());
        parts.add(step.what());
        if (step.stages() != null) {
            parts.add(DisplayText.of("(" + step.delay() + ": " + step.stages().words() + ")"));
        }
        step.links().forEach(link -> parts.add(DisplayText.of("[" + link.text() + "]")));
        return DisplayText.join(
                "  ", parts.stream().filter(Predicate.not(DisplayText::isEmpty)).toList());
    }
}
