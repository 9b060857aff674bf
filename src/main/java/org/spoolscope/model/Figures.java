package org.spoolscope.model;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them, the same in the window and on the command line.
public final class Figures {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};
    private static final String MINUS = "−";

    private Figures() {}

    /// `14,210`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace("-", MINUS);
    }

    /// A share of 1 as `31.4 %`; one decimal below 99.95 %, none from there on.
    public static String percent(double share) {
        double percent = share * 100;
        return percent < 99.95
                ? String.format(Locale.ROOT, "%.1f %%", percent)
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    /// `+9,800 / h`, `−12 / h`, `0 / h`.
    public static String perHour(double perHour) {
        long rounded = Math.round(perHour);
        String sign = rounded > 0 ? "+" : "";
        return sign + count(rounded) + " / h";
    }

    /// Powers of 1,024: `812 B`, `4.2 KB`, `31 GB`.
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 || value >= 10
                ? String.format(Locale.ROOT, "%.0f %s", value, UNITS[unit])
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /// The two largest units that matter: `12 s`, `3 min`, `1 h 52 min`, `4 d 22 h`. Negative spans
    /// (clocks differ) read as `0 s`.
    public static String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return pair(hours, "h", minutes % 60, "min");
        }
        return pair(hours / 24, "d", hours % 24, "h");
    }

    /// From the shorter to the longer in round figures: `20–50 min`, `2–5 h`, `8 h–2 d`; one figure
    /// where both read the same.
    public static String spans(Duration shorter, Duration longer) {
        String from = roundSpan(shorter);
        String to = roundSpan(longer);
        if (from.equals(to)) {
            return to;
        }
        String unit = to.substring(to.indexOf(' '));
        return (from.endsWith(unit) ? from.replace(unit, "") : from) + "–" + to;
    }

    private static String roundSpan(Duration duration) {
        double minutes = Math.max(0, duration.toSeconds() / 60.0);
        if (minutes < 119.5) {
            return Math.round(minutes) + " min";
        }
        return minutes < 47.5 * 60
                ? Math.round(minutes / 60) + " h"
                : Math.round(minutes / 1440) + " d";
    }

    /// `4 ms`, `1.2 s`.
    public static String millis(double millis) {
        return millis < 1000
                ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0
                ? large + " " + largeUnit
                : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
