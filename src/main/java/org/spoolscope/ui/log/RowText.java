package org.spoolscope.ui.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.ui.control.Times;

/// Makes the text of rows, of those in view only. JavaFX thread.
final class RowText {
    /// More than the widest screen shows; the rest is in the pane under the list.
    private static final int LONGEST_IN_ROW = 600;

    private static final String POSTFIX = "postfix/";
    private static final String SAID = "] said: ";

    private final Times times;
    private final LogParser parser;
    private final LogLine line = new LogLine();

    /// @param times in the person's zone
    RowText(Times times, InstantSource clock) {
        this.times = times;
        // The times of rows are those that the search found; here they are not looked at.
        this.parser = new LogParser(ZoneOffset.UTC, clock);
    }

    LogRow row(LogAnswer answer, long position) {
        long ref = answer.ref(position);
        int server = LogRef.server(ref);
        DisplayText name = DisplayText.of(answer.servers().get(server));
        if (LogRef.isGap(ref)) {
            LogGap gap = answer.gaps().get(server).get((int) LogRef.number(ref));
            return gap(ref, name, gap);
        }
        parse(answer, ref);
        return new LogRow(
                ref,
                time(answer.micros(position)),
                name,
                Outcome.of(line),
                Outcome.of(line).word(line),
                program(),
                DisplayText.of(line.textOrEmpty(LogField.ID)),
                message(),
                false);
    }

    /// The whole line as it was logged, made safe; of a gap, what is said of it.
    DisplayText whole(LogAnswer answer, long position) {
        long ref = answer.ref(position);
        if (LogRef.isGap(ref)) {
            return row(answer, position).text();
        }
        String[] text = {""};
        read(
                answer,
                ref,
                (bytes, from, to) -> {
                    text[0] = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                    parser.parse(bytes, from, to, line);
                });
        String words = words();
        return DisplayText.of(text[0]).naming(named(words.isEmpty() ? text[0] : words));
    }

    /// Day and time in the person's zone, and on the server where that is another, or that there is
    /// none.
    DisplayText moment(LogAnswer answer, long position) {
        long micros = answer.micros(position);
        return micros == Long.MIN_VALUE
                ? Words.get("log.no-time")
                : times.moment(
                        instant(micros), answer.zones().get(LogRef.server(answer.ref(position))));
    }

    private void parse(LogAnswer answer, long ref) {
        read(answer, ref, (bytes, from, to) -> parser.parse(bytes, from, to, line));
    }

    private interface Bytes {
        void take(byte[] bytes, int from, int to);
    }

    private static void read(LogAnswer answer, long ref, Bytes taker) {
        long number = LogRef.number(ref);
        answer.windows()
                .get(LogRef.server(ref))
                .read(number, number + 1, (_, bytes, from, to) -> taker.take(bytes, from, to));
    }

    private DisplayText time(long micros) {
        if (micros == Long.MIN_VALUE) {
            return DisplayText.EMPTY;
        }
        DisplayText second = times.second(instant(micros));
        long millis = Math.floorMod(micros, 1_000_000L) / 1000;
        return millis == 0
                ? second
                : DisplayText.of(second + String.format(Locale.ROOT, ".%03d", millis));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH
                .plus(Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L)))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1000);
    }

    private DisplayText program() {
        String program = line.textOrEmpty(LogField.PROGRAM);
        return DisplayText.of(
                program.startsWith(POSTFIX) ? program.substring(POSTFIX.length()) : program);
    }

    /// Without the id at its beginning, which has a column of its own. Of a delivery what people
    /// look for comes first, since a row has no room for all: to whom, by which host, after how
    /// long, and the reply. A line that nobody understood stays whole.
    private DisplayText message() {
        String words = words();
        return DisplayText.of(words).naming(named(words)).clip(LONGEST_IN_ROW);
    }

    /// Whom the line may name elsewhere in it. What other programs say is personal as a whole:
    /// nobody knows where they name somebody.
    private List<String> named(String words) {
        return List.of(
                line.event() == LogEvent.FOREIGN ? words : line.textOrEmpty(LogField.ORIG_TO));
    }

    private String words() {
        if (line.event() == LogEvent.DELIVERY && line.has(LogField.TO)) {
            return delivery();
        }
        if (!line.has(LogField.MESSAGE)) {
            return line.textOrEmpty(LogField.TEXT);
        }
        byte[] bytes = line.bytes();
        int from = line.start(LogField.MESSAGE);
        int to = line.end(LogField.MESSAGE);
        if (line.has(LogField.ID) && line.start(LogField.ID) == from) {
            from = Math.min(to, line.end(LogField.ID));
            while (from < to && (bytes[from] == ':' || bytes[from] == ' ')) {
                from++;
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private String delivery() {
        StringBuilder text = new StringBuilder();
        text.append("to=<").append(line.text(LogField.TO)).append('>');
        add(text, " relay=", LogField.RELAY_HOST);
        add(text, " delay=", LogField.DELAY);
        add(text, " ", LogField.DSN);
        String reason = line.textOrEmpty(LogField.REASON);
        int said = reason.startsWith("host ") ? reason.indexOf(SAID) : -1;
        if (!reason.isEmpty()) {
            text.append(" (")
                    .append(said < 0 ? reason : reason.substring(said + SAID.length()))
                    .append(')');
        }
        return text.toString();
    }

    private void add(StringBuilder text, String before, LogField field) {
        if (line.has(field)) {
            text.append(before).append(line.text(field));
        }
    }

    private LogRow gap(long ref, DisplayText server, LogGap gap) {
        String key = "log.gap." + gap.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
        DisplayText bounds = bounds(gap);
        DisplayText lost =
                gap.lines() == null
                        ? DisplayText.EMPTY
                        : Words.get("log.gap.lines", Figures.count(gap.lines()));
        return new LogRow(
                ref,
                times.second(gap.to() == null ? gap.seen() : gap.to()),
                server,
                Outcome.WARNING,
                Words.get(gap.cause().losesLines() ? "log.gap" : "log.gap.clock"),
                DisplayText.EMPTY,
                DisplayText.EMPTY,
                Words.get("log.gap.say", Words.get(key, gap.source()), bounds, lost),
                true);
    }

    private DisplayText bounds(LogGap gap) {
        Instant from = gap.from();
        Instant to = gap.to();
        if (!gap.cause().losesLines() && from != null && to != null) {
            return Words.get("log.gap.from-to", times.day(from), times.day(to));
        }
        if (from != null && to != null) {
            return Words.get("log.gap.between", times.day(from), times.second(to));
        }
        if (from != null) {
            return Words.get("log.gap.after", times.day(from));
        }
        return to == null
                ? Words.get("log.gap.noticed", times.day(gap.seen()))
                : Words.get("log.gap.before", times.day(to));
    }
}
