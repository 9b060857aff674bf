package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.state.ForecastText;

/// Everything known about a queued message, in words; also as text to copy.
public final class MessageText {
    /// So many recipients are spelt out.
    public static final int MAX_RECIPIENTS = 1000;

    private static final int MAX_REASON = 2000;

    /// A name and what it stands for.
    public record Line(DisplayText name, DisplayText value) {}

    /// A recipient and why it waits.
    ///
    /// @param reason empty where none is on file
    public record To(DisplayText address, DisplayText reason) {}

    private MessageText() {}

    /// The fields of a message in the order in which they are shown.
    public static List<Line> lines(QueueRow row, Times times, Instant now) {
        QueuedMessage message = row.message();
        List<Line> lines = new ArrayList<>();
        lines.add(line("id", DisplayText.of(message.id().value())));
        lines.add(line("server", DisplayText.of(row.server())));
        lines.add(line("instance", QueueColumn.instance(message.instance())));
        lines.add(line("state", state(message)));
        lines.add(line("sender", QueueColumn.sender(message.sender())));
        lines.add(line("size", size(message.size())));
        lines.add(
                line(
                        "age",
                        DisplayText.of(Figures.span(Duration.between(message.arrival(), now)))));
        lines.add(line("arrival", arrival(message.arrival(), times)));
        Prospect prospect = row.prospect(now);
        lines.add(line("next", ForecastText.nextAttempt(prospect, times)));
        lines.add(line("bounce", ForecastText.comesBack(prospect, times)));
        return lines;
    }

    /// The recipients that are spelt out, at most [#MAX_RECIPIENTS].
    public static List<To> recipients(QueuedMessage message) {
        return message.recipients().stream()
                .limit(MAX_RECIPIENTS)
                .map(recipient -> recipient(recipient, message.sender()))
                .toList();
    }

    /// `and 29,000 more`, whether their addresses are known or not, or empty when all are spelt
    /// out.
    public static DisplayText more(QueuedMessage message) {
        int more = message.recipientCount() - recipients(message).size();
        return more <= 0 ? DisplayText.EMPTY : Words.get("queue.details.more", Figures.count(more));
    }

    /// All of it, line by line.
    public static List<DisplayText> copy(QueueRow row, Times times, Instant now) {
        List<DisplayText> text = new ArrayList<>();
        for (Line line : lines(row, times, now)) {
            text.add(DisplayText.join(": ", List.of(line.name(), line.value())));
        }
        for (To to : recipients(row.message())) {
            text.add(DisplayText.EMPTY);
            text.add(to.address());
            if (!to.reason().isEmpty()) {
                text.add(DisplayText.join("    ", List.of(DisplayText.EMPTY, to.reason())));
            }
        }
        DisplayText more = more(row.message());
        if (!more.isEmpty()) {
            text.add(DisplayText.EMPTY);
            text.add(more);
        }
        return text;
    }

    private static Line line(String key, DisplayText value) {
        return new Line(Words.get("queue.details." + key), value);
    }

    private static To recipient(Recipient recipient, String sender) {
        List<String> who = List.of(recipient.address(), sender);
        String reason = recipient.reason();
        return new To(
                clip(recipient.address()).naming(List.of(recipient.address())),
                reason == null ? DisplayText.EMPTY : clip(reason).naming(who));
    }

    private static DisplayText clip(String text) {
        String bounded = text.length() > MAX_REASON ? text.substring(0, MAX_REASON + 1) : text;
        return DisplayText.of(bounded).clip(MAX_REASON);
    }

    private static DisplayText state(QueuedMessage message) {
        DisplayText queue = DisplayText.of(message.queue().label());
        return message.forcedExpire() ? Words.get("queue.details.expiring", queue) : queue;
    }

    private static DisplayText size(long bytes) {
        if (bytes < 0) {
            return Words.get("queue.size-unknown");
        }
        return bytes < 1024
                ? DisplayText.of(Figures.bytes(bytes))
                : Words.get("queue.details.bytes", Figures.bytes(bytes), Figures.count(bytes));
    }

    /// In the zone the person picked, and in UTC, which both sides understand.
    private static DisplayText arrival(Instant arrival, Times times) {
        DisplayText here = times.day(arrival);
        return times.zone().getRules().getOffset(arrival).equals(ZoneOffset.UTC)
                ? Words.get("queue.details.time-utc", here)
                : Words.get(
                        "queue.details.time",
                        here,
                        times.zoneName(),
                        new Times(ZoneOffset.UTC).second(arrival));
    }
}
