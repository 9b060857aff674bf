package org.spoolscope.postfix.filter;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers with a unit: `90s`, `2h`, `1.5M`.
final class Measure {
    private static final double LARGEST = 1e15;

    /// In milliseconds.
    private static final Map<String, Long> TIME =
            Map.of(
                    "s", 1_000L,
                    "m", 60_000L,
                    "h", 3_600_000L,
                    "d", 86_400_000L,
                    "w", 604_800_000L);

    /// In bytes.
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    private Measure() {}

    static Condition condition(Key key, String sign, Token value) throws FilterSyntaxException {
        Comparison comparison = Comparison.of(sign);
        String text = value.text();
        int end = 0;
        while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        Double number = number(text.substring(0, end));
        if (number == null) {
            throw new FilterSyntaxException(value.column(), "number-missing", key.word());
        }
        String suffix = text.substring(end).toLowerCase(Locale.ROOT);
        Long unit = (key == Key.AGE ? TIME : BYTES).get(suffix);
        if (unit == null) {
            throw new FilterSyntaxException(
                    value.column() + end, key == Key.AGE ? "unit-of-time" : "unit-of-size");
        }
        double bound = number * unit;
        if (bound > LARGEST) {
            throw new FilterSyntaxException(value.column(), "number-too-large");
        }
        return key == Key.AGE
                ? new Condition.Age(
                        comparison, Duration.ofMillis((long) bound), Duration.ofMillis(unit))
                : new Condition.Size(comparison, (long) bound, unit);
    }

    private static @Nullable Double number(String digits) {
        try {
            return digits.isEmpty() ? null : Double.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
