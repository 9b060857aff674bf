package org.spoolscope.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Spans of time as they are typed: `500ms`, `2s`, `1m`, `1h30m`, `7d`; a bare number is seconds.
final class DurationText {
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

    private DurationText() {}

    /// @throws TypeConversionException for anything else, and for zero
    static Duration parse(String text) {
        Duration sum = Duration.ZERO;
        if (WHOLE.matcher(text).matches()) {
            Matcher part = PART.matcher(text);
            while (part.find()) {
                Duration unit = UNITS.getOrDefault(part.group(2), Duration.ZERO);
                sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            }
        }
        if (sum.isZero()) {
            throw new TypeConversionException(Words.get("cli.duration.wrong", text).toString());
        }
        return sum;
    }

    /// The same, where `0` and `0s` are meant.
    static final class OrZero implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return text.matches("0(ms|s|m|min|h|d)?") ? Duration.ZERO : parse(text);
        }
    }
}
