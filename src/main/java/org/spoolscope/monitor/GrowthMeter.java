package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Fits a least-squares line through the queue totals of the last [#WINDOW].
///
/// A line and not the difference of two points, since listings are no snapshots: messages may be
/// missed or doubled in each. Used by the writer thread only.
final class GrowthMeter {
    /// Totals older than this no longer count.
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final int ENOUGH_POINTS = 4;
    private static final double SECONDS_PER_HOUR = 3600;

    private record Point(Instant at, int total) {}

    private final Deque<Point> points = new ArrayDeque<>();

    /// Adds a listing's total. When the clock was put back, what came before is forgotten.
    void add(Instant at, int total) {
        if (!points.isEmpty() && at.isBefore(points.getLast().at())) {
            clear();
        }
        points.addLast(new Point(at, total));
        while (points.getFirst().at().isBefore(at.minus(WINDOW))) {
            points.removeFirst();
        }
    }

    /// Forgets everything: after a gap the old totals say nothing about the slope.
    void clear() {
        points.clear();
    }

    /// Messages per hour, negative when there are fewer and fewer; null until there are totals
    /// enough.
    @Nullable Double perHour() {
        if (points.size() < ENOUGH_POINTS
                || Duration.between(points.getFirst().at(), points.getLast().at()).compareTo(ENOUGH)
                        < 0) {
            return null;
        }
        return slope() * SECONDS_PER_HOUR;
    }

    private double slope() {
        Instant origin = points.getFirst().at();
        double n = points.size();
        double sumX = 0;
        double sumY = 0;
        double sumXy = 0;
        double sumXx = 0;
        for (Point point : points) {
            double x = Duration.between(origin, point.at()).toMillis() / 1000.0;
            sumX += x;
            sumY += point.total();
            sumXy += x * point.total();
            sumXx += x * x;
        }
        double spread = n * sumXx - sumX * sumX;
        return spread == 0 ? 0 : (n * sumXy - sumX * sumY) / spread;
    }
}
