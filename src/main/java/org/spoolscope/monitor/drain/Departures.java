package org.spoolscope.monitor.drain;

import java.util.Arrays;
import java.util.List;
import org.spoolscope.monitor.drain.Series.Point;

/// How many messages fewer there were from one count to the next, and how far chance may have moved
/// that. Whatever moved one of them moves the queue for good: it is the newest count that tells
/// where the queue is, not a line through all of them.
///
/// @param at when the newest count was taken, in seconds
/// @param left the newest count, more than 0
/// @param before seconds from each count to the newest, oldest first
/// @param fallen from each count to the next; negative where it grew
/// @param variance of each of those
record Departures(double at, double left, double[] before, double[] fallen, double[] variance) {
    /// Fewer counts say nothing about chance.
    static final int LEAST_COUNTS = 5;

    /// The middle one of squared standard normal numbers.
    private static final double MEDIAN_OF_SQUARE = 0.455;

    /// So many neighbours together are looked at for movements that are slower than the counts.
    private static final int SLOWEST = 3;

    /// @param counts at least [#LEAST_COUNTS]
    static Departures of(List<Point> counts) {
        Point newest = counts.getLast();
        double[] before = counts.stream().mapToDouble(count -> newest.at() - count.at()).toArray();
        double[] fallen = new double[counts.size() - 1];
        for (int i = 0; i < fallen.length; i++) {
            fallen[i] = counts.get(i).messages() - counts.get(i + 1).messages();
        }
        double[] usual = usual(fallen);
        // Messages that come and go one by one scatter by as much as there are.
        double dispersion = 1;
        for (int group = 1; group <= SLOWEST && fallen.length / group >= 3; group++) {
            dispersion = Math.max(dispersion, dispersion(fallen, usual, group));
        }
        double[] variance = new double[fallen.length];
        for (int i = 0; i < variance.length; i++) {
            variance[i] = usual[i] * dispersion;
        }
        return new Departures(newest.at(), newest.messages(), before, fallen, variance);
    }

    /// In how many standard deviations it fell altogether; negative when it grew.
    double significance() {
        return Arrays.stream(fallen).sum() / Math.sqrt(Arrays.stream(variance).sum());
    }

    double grownBy() {
        return -Arrays.stream(fallen).sum();
    }

    /// Variance per second, on average.
    double noise() {
        return Arrays.stream(variance).sum() / before[0];
    }

    /// By how many messages each moves, smoothed, at least by one.
    private static double[] usual(double[] fallen) {
        double[] usual = new double[fallen.length];
        for (int i = 0; i < usual.length; i++) {
            int from = Math.max(0, i - 1);
            int to = Math.min(usual.length, i + 2);
            double sum = Arrays.stream(fallen, from, to).map(Math::abs).sum();
            usual[i] = Math.max(1, sum / (to - from));
        }
        return usual;
    }

    /// How much more than `usual` neighbours scatter: by second differences, in which a rate that
    /// changes evenly does not show, and by the middle one, in which a sudden change does not.
    private static double dispersion(double[] fallen, double[] usual, int group) {
        double[] movement = together(fallen, group);
        double[] scatter = together(usual, group);
        double[] turns = new double[movement.length - 2];
        for (int i = 0; i < turns.length; i++) {
            double turn = movement[i + 2] - 2 * movement[i + 1] + movement[i];
            turns[i] = turn * turn / (scatter[i] + 4 * scatter[i + 1] + scatter[i + 2]);
        }
        Arrays.sort(turns);
        return turns[turns.length / 2] / MEDIAN_OF_SQUARE;
    }

    /// Sums of so many neighbours, the newest ones whole.
    private static double[] together(double[] values, int group) {
        double[] sums = new double[values.length / group];
        int skipped = values.length - sums.length * group;
        for (int i = skipped; i < values.length; i++) {
            sums[(i - skipped) / group] += values[i];
        }
        return sums;
    }
}
