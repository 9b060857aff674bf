package org.spoolscope.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The stretch of time that a column of charts shows, and the zone that its labels are in.
///
/// @param from left edge, milliseconds since the epoch
/// @param to right edge, after `from`
public record TimeAxis(long from, long to, ZoneId zone) {
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360};
    private static final int MOST_LABELS = 12;

    public TimeAxis {
        if (to <= from) {
            throw new IllegalArgumentException("a time axis must not be empty");
        }
    }

    /// The last `span` before `end`.
    public static TimeAxis before(Instant end, Duration span, ZoneId zone) {
        long to = end.toEpochMilli();
        return new TimeAxis(to - span.toMillis(), to, zone);
    }

    public boolean contains(long millis) {
        return millis >= from && millis <= to;
    }

    /// Where a moment lies: 0 at the left edge, 1 at the right one.
    public double fraction(long millis) {
        return (double) (millis - from) / (to - from);
    }

    /// The moment at a fraction of the width.
    public long millisAt(double fraction) {
        return from + Math.round(Math.clamp(fraction, 0.0, 1.0) * (to - from));
    }

    /// Minutes between two labels.
    int stepMinutes() {
        long span = Math.ceilDiv(to - from, 60_000L);
        for (int minutes : MINUTES) {
            if (span <= (long) minutes * MOST_LABELS) {
                return minutes;
            }
        }
        return 720;
    }
}
