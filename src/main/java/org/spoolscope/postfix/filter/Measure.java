package org.spoolscope.postfix.filter;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison with a number and its unit, where it has one: `>90s`, `<2h`, `>=1.5M`, `>3`.
///
/// @param bound in milliseconds or bytes, or a count
/// @param unit what [Comparison#SAME] cuts down to whole ones of
record Measure(Comparison comparison, long bound, long unit) {
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

    private static final Map<String, Long> COUNT = Map.of("", 1L);

    /// Of a span of time, in milliseconds.
    static Measure time(String key, String sign, Token value) throws FilterSyntaxException {
        return of(key, sign, value, TIME, "unit-of-time");
    }

    /// Of a size, in bytes.
    static Measure bytes(String key, String sign, Token value) throws FilterSyntaxException {
        return of(key, sign, value, BYTES, "unit-of-size");
    }

    /// Of how often something was.
    static Measure count(String key, String sign, Token value) throws FilterSyntaxException {
        return of(key, sign, value, COUNT, "unit-none");
    }

    boolean holds(long value) {
        return comparison.holds(value, bound, unit);
    }

    private static Measure of(
            String key, String sign, Token value, Map<String, Long> units, String unitMistake)
            throws FilterSyntaxException {
        String text = value.text();
        int end = 0;
        while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        Double number = number(text.substring(0, end));
        if (number == null) {
            throw new FilterSyntaxException(value.column(), "number-missing", key);
        }
        Long unit = units.get(text.substring(end).toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new FilterSyntaxException(value.column() + end, unitMistake);
        }
        double bound = number * unit;
        if (bound > LARGEST) {
            throw new FilterSyntaxException(value.column(), "number-too-large");
        }
        return new Measure(Comparison.of(sign), (long) bound, unit);
    }

    private static @Nullable Double number(String digits) {
        try {
            return digits.isEmpty() ? null : Double.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
