package org.spoolscope.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;

/// A journey in words: what its head says, and all of it as text to copy.
final class TimelineText {
    private TimelineText() {}

    /// `mail1 · 1 h 52 min old · 4,300 bytes`.
    static DisplayText about(Timeline timeline, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(DisplayText.of(timeline.server()).toString());
        if (timeline.arrived() != null) {
            parts.add(
                    Words.get(
                                    "message.age",
                                    Figures.span(Duration.between(timeline.arrived(), now)))
                            .toString());
        }
        if (timeline.size() >= 0) {
            parts.add(Words.get("message.size", Figures.count(timeline.size())).toString());
        }
        return DisplayText.of(String.join(" · ", parts));
    }

    static DisplayText recipients(Timeline timeline) {
        return timeline.recipients().isEmpty()
                ? Words.get("figure.unknown")
                : DisplayText.of(
                        timeline.recipients().stream()
                                .map(DisplayText::toString)
                                .collect(Collectors.joining(", ")));
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
        List<String> parts = new ArrayList<>();
        parts.add(
                step.at() == null
                        ? Words.get("message.no-time").toString()
                        : times.day(step.at()) + " " + times.zoneName());
        parts.add(step.word().toString());
        add(parts, step.who());
        add(parts, step.what());
        if (step.stages() != null) {
            parts.add("(" + step.delay() + ": " + step.stages().words() + ")");
        }
        step.links().forEach(link -> parts.add("[" + link.text() + "]"));
        return DisplayText.of(String.join("  ", parts));
    }

    private static void add(List<String> parts, DisplayText text) {
        if (!text.isEmpty()) {
            parts.add(text.toString());
        }
    }
}
