package org.spoolscope.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as people type them and files have them: `500ms`, `2s`, `1m` or `1min`, `1h30m`,
/// `7d`; a bare number is seconds.
public final class SpanText {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|min|h|d|)");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|s|min|m|h|d))+|\\d{1,9}");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "", Duration.ofSeconds(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "min", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    /// Nobody means anything longer.
    private static final int MOST_CHARS = 40;

    private SpanText() {}

    /// Empty for anything else, and for zero.
    public static Optional<Duration> parse(String text) {
        if (text.length() > MOST_CHARS || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(sum).filter(span -> !span.isZero());
    }

    /// What is read as that span again.
    ///
    /// @param span whole seconds, at least one
    public static String of(Duration span) {
        return part(span.toDaysPart(), "d")
                + part(span.toHoursPart(), "h")
                + part(span.toMinutesPart(), "m")
                + part(span.toSecondsPart(), "s");
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
