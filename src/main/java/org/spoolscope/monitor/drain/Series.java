package org.spoolscope.monitor.drain;

import java.util.ArrayList;
import java.util.List;

/// How many messages there were at which time: each count of the last [#FINE], means of a minute
/// before, back to [#KEPT].
final class Series {
    /// Seconds.
    static final double KEPT = 12 * 3600;

    static final double FINE = 20 * 60;
    private static final double MINUTE = 60;

    /// @param at seconds
    /// @param weight how many counts it stands for
    record Point(double at, double messages, int weight) {
        Point plus(Point other) {
            int sum = weight + other.weight;
            return new Point(
                    (at * weight + other.at * other.weight) / sum,
                    (messages * weight + other.messages * other.weight) / sum,
                    sum);
        }
    }

    private final List<Point> points = new ArrayList<>();

    /// Up to here points are means.
    private int means;

    /// Times must not go back.
    void add(double at, double messages) {
        points.add(new Point(at, messages, 1));
        while (points.get(means).at() < at - FINE) {
            thin();
        }
        int old = 0;
        while (points.get(old).at() < at - KEPT) {
            old++;
        }
        points.subList(0, old).clear();
        means = Math.max(0, means - old);
    }

    /// Takes one point more into the means.
    private void thin() {
        Point next = points.get(means);
        if (means > 0 && sameMinute(points.get(means - 1), next)) {
            points.set(means - 1, points.get(means - 1).plus(next));
            points.remove(means);
        } else {
            means++;
        }
    }

    private static boolean sameMinute(Point one, Point other) {
        return Math.floor(one.at() / MINUTE) == Math.floor(other.at() / MINUTE);
    }

    void clear() {
        points.clear();
        means = 0;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    Point first() {
        return points.getFirst();
    }

    Point last() {
        return points.getLast();
    }

    /// From `from` seconds on, as means of spans of `width` seconds, of which the last ends now;
    /// what is left over at the beginning, and spans without a count, are left out.
    List<Point> since(double from, double width) {
        double now = last().at();
        int most = (int) Math.max(1, (now - from) / width + 1e-9);
        List<Point> bins = new ArrayList<>();
        int current = -1;
        for (Point point : points) {
            int back = (int) ((now - point.at()) / width);
            if (point.at() < from || back >= most) {
                continue;
            }
            if (back == current) {
                bins.add(bins.removeLast().plus(point));
            } else {
                bins.add(point);
                current = back;
            }
        }
        return bins;
    }
}
