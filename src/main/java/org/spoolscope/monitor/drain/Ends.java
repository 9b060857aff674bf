package org.spoolscope.monitor.drain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long it may take until nothing is left, each span as likely as it makes what was counted.
final class Ends {
    /// Less likely ones than the likeliest by more than that count for nothing: e^-20.
    private static final double FAINT = 20;

    private record End(double seconds, double log) {}

    private final List<End> ends = new ArrayList<>();
    private double most = Double.NEGATIVE_INFINITY;

    /// @param seconds infinite for never
    /// @param log the logarithm of how likely it is, up to a constant that is the same for all
    void add(double seconds, double log) {
        if (log > most - FAINT) {
            ends.add(new End(seconds, log));
            most = Math.max(most, log);
        }
    }

    /// Seconds after which nothing is left, with each of these probabilities; infinite for never.
    ///
    /// @param probabilities smallest first
    double[] quantiles(double... probabilities) {
        ends.sort(Comparator.comparingDouble(End::seconds));
        double all = ends.stream().mapToDouble(this::weight).sum();
        double[] quantiles = new double[probabilities.length];
        double sum = 0;
        int next = 0;
        for (End end : ends) {
            sum += weight(end);
            while (next < quantiles.length && sum >= all * probabilities[next]) {
                quantiles[next++] = end.seconds();
            }
        }
        return quantiles;
    }

    private double weight(End end) {
        return Math.exp(end.log() - most);
    }
}
