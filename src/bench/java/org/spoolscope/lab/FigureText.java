package org.spoolscope.lab;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What numbers a figure of a page stands for.
final class FigureText {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "([+−-]?)(\\d[\\d,]*)(\\.\\d+)?(?: (ms|s|min|h|d|%|[KMGTP]?B))?(?![\\w.])");
    private static final Map<String, Double> UNITS =
            Map.ofEntries(
                    Map.entry("ms", 1.0),
                    Map.entry("s", 1e3),
                    Map.entry("min", 60e3),
                    Map.entry("h", 3600e3),
                    Map.entry("d", 86_400e3),
                    Map.entry("%", 0.01),
                    Map.entry("B", 1.0),
                    Map.entry("KB", 1024.0),
                    Map.entry("MB", 0x1p20),
                    Map.entry("GB", 0x1p30),
                    Map.entry("TB", 0x1p40));

    /// Of spans that are cut off, not rounded.
    private static final Set<String> SPANS = Set.of("min", "h", "d");

    private FigureText() {}

    /// A number that was rounded to the decimals it is written with: milliseconds, bytes, shares of
    /// 1, or plain. A dash is none.
    static Bounds rounded(String text) {
        Matcher number = NUMBER.matcher(text.replace(" / h", "").replace(" / s", ""));
        if (!number.find()) {
            return Bounds.NONE;
        }
        if (SPANS.contains(String.valueOf(number.group(4)))) {
            return span(text);
        }
        double value = Double.parseDouble(number.group(2).replace(",", "") + decimals(number));
        double step = Math.pow(10, -Math.max(0, decimals(number).length() - 1));
        double sign = number.group(1).isEmpty() || number.group(1).equals("+") ? 1 : -1;
        double unit = number.group(4) == null ? 1 : UNITS.getOrDefault(number.group(4), 1.0);
        return new Bounds(sign * value - step / 2, sign * value + step / 2).times(unit);
    }

    /// A span of time of one or two units, the rest of which is left out, in milliseconds.
    static Bounds span(String text) {
        List<Matcher> parts =
                NUMBER.matcher(text).results().map(part -> NUMBER.matcher(part.group())).toList();
        double sum = 0;
        double step = 0;
        for (Matcher part : parts) {
            if (part.find()) {
                step = UNITS.getOrDefault(part.group(4), 1.0);
                sum += Double.parseDouble(part.group(2).replace(",", "")) * step;
            }
        }
        return parts.isEmpty() ? Bounds.NONE : new Bounds(sum, sum + step);
    }

    /// A time of today, in milliseconds since midnight.
    static Bounds time(String text) {
        double millis = LocalTime.parse(text).toSecondOfDay() * 1e3;
        return new Bounds(millis, millis + 1e3);
    }

    private static String decimals(Matcher number) {
        return number.group(3) == null ? "" : number.group(3);
    }
}
