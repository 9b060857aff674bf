package org.spoolscope.monitor.drain;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Lays courses that draining may take through what was counted, and asks each when it ends.
///
/// Each course may have begun at any of the counts: what was before, it leaves unexplained, which
/// makes it less likely than a course that explains all, and more likely than one that explains it
/// badly. So a queue that drains steadily is judged by all of its past, and one whose rate has
/// changed by what came after.
final class Courses {
    /// How likely the courses are before anything was counted. Mail mostly leaves at a rate that
    /// something else limits; next, at one that falls, or rises, by the same share in the same time
    /// without being nothing at the end. The other two, one that follows what is left and one that
    /// falls evenly to nothing, fit as well but end much later: only a good fit speaks for them.
    private static final double STEADY = 0.45;

    private static final double CHANGING = 0.5;
    private static final double PROPORTIONAL = 0.02;
    private static final double RUNNING_OUT = 0.02;

    /// How often the rate rises or falls to 1/e of itself in the time that a course explains.
    private static final double MOST_RISES = -2;

    private static final double MOST_FALLS = 6;
    private static final double FALLS_STEP = 0.1;

    /// Little is likelier than much: by 1/e for each of those. With few messages, all that is
    /// likely beforehand decides; were much as likely as little, the course that runs out, which
    /// leaves nothing open, would win over one that slows down to a third.
    private static final double USUAL_FALLS = 1;

    /// What it costs not to explain a count: more than what chance costs one that is explained, on
    /// average, which is a half.
    private static final double UNEXPLAINED = 0.75;

    /// Beyond that many standard deviations something happened that says nothing about the course:
    /// a person deleted messages, a listing missed many.
    private static final double OUTLIER = 4;

    private static final double NEXT_BEGINNING = 0.8;
    private static final double LAST_BEGINNING = 0.1;

    /// Standard normal numbers: the middles of equally likely parts.
    private static final double[] FIVE = {-1.4, -0.53, 0, 0.53, 1.4};

    private static final double[] THREE = {-1.22, 0, 1.22};

    /// A course's one other figure is tried in steps of that share, in a range around its guess.
    private static final double STEP = 0.05;

    private static final int STEPS = 40;

    /// No estimate is better than that share of itself.
    private static final double AT_BEST = 0.02;

    private final Departures departures;
    private final Ends ends = new Ends();

    private Courses(Departures departures) {
        this.departures = departures;
    }

    /// When all courses together say that nothing is left.
    static Ends ends(Departures departures) {
        Courses courses = new Courses(departures);
        int size = departures.fallen().length;
        int before = -1;
        for (double share = 1; share > LAST_BEGINNING; share *= NEXT_BEGINNING) {
            int from = (int) Math.round(size * (1 - share));
            if (from != before && (from == 0 || size - from >= Departures.LEAST_COUNTS)) {
                courses.beginningAt(from, Math.log(share) - UNEXPLAINED * from);
                before = from;
            }
        }
        return courses.ends;
    }

    private void beginningAt(int from, double prior) {
        changing(from, 0, prior + Math.log(STEADY));
        int steps = (int) Math.round((MOST_FALLS - MOST_RISES) / FALLS_STEP);
        double all =
                USUAL_FALLS
                        * (2
                                - Math.exp(MOST_RISES / USUAL_FALLS)
                                - Math.exp(-MOST_FALLS / USUAL_FALLS));
        double each = Math.log(CHANGING * FALLS_STEP / all);
        for (int step = 0; step <= steps; step++) {
            double falls = MOST_RISES + step * FALLS_STEP;
            if (Math.abs(falls) > FALLS_STEP / 2) {
                changing(from, falls, prior + each - Math.abs(falls) / USUAL_FALLS);
            }
        }
        proportional(from, prior + Math.log(PROPORTIONAL));
        runningOut(from, prior + Math.log(RUNNING_OUT));
    }

    /// The rate changes by the same share in the same time; with no `falls` it is steady.
    private void changing(int from, double falls, double prior) {
        double share = falls / departures.before()[from];
        // Departures at a rate of one per second now, from a moment before now on.
        DoubleUnaryOperator unit =
                before -> share == 0 ? before : Math.expm1(share * before) / share;
        double[] units = differences(from, unit);
        double sumOfSquares = 0;
        double sumOfProducts = 0;
        double usual = usualRate(from, units);
        for (int i = 0; i < units.length; i++) {
            double fallen = departures.fallen()[from + i];
            double variance = departures.variance()[from + i];
            double misfit = fallen - usual * units[i];
            if (misfit * misfit <= OUTLIER * OUTLIER * variance) {
                sumOfSquares += units[i] * units[i] / variance;
                sumOfProducts += units[i] * fallen / variance;
            }
        }
        if (sumOfSquares == 0) {
            return;
        }
        double rate = sumOfProducts / sumOfSquares;
        double error = 1 / Math.sqrt(sumOfSquares);
        double width = error * Math.sqrt(2 * Math.PI) / Math.max(Math.abs(rate), error);
        double log = prior + likelihood(from, units, rate) + Math.log(width / FIVE.length);
        for (double deviation : FIVE) {
            add(untilNothing(rate + deviation * error, share), log);
        }
    }

    private double untilNothing(double rate, double share) {
        double steady = departures.left() / rate;
        if (rate <= 0 || share * steady >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return share == 0 ? steady : -Math.log1p(-share * steady) / share;
    }

    /// The middle one of the rates at which each of the departures would have come.
    private double usualRate(int from, double[] units) {
        double[] rates = new double[units.length];
        Arrays.setAll(rates, i -> departures.fallen()[from + i] / units[i]);
        Arrays.sort(rates);
        return rates[rates.length / 2];
    }

    /// The rate is proportional to what is left, down to the last half of a message.
    private void proportional(int from, double prior) {
        double left = departures.left();
        double guess = Math.max(0.01, Math.log1p(fallen(from) / left)) / departures.before()[from];
        for (int step = -STEPS; step <= STEPS; step++) {
            double share = guess * Math.exp(step * STEP);
            double[] units = differences(from, before -> Math.expm1(share * before));
            add(
                    Math.log(2 * left + 1) / share,
                    prior + Math.log(STEP) + likelihood(from, units, left));
        }
    }

    /// The rate falls evenly, to nothing when nothing is left.
    private void runningOut(int from, double prior) {
        double left = departures.left();
        double guess = 2 * left * departures.before()[from] / Math.max(1, fallen(from));
        for (int step = -STEPS; step <= STEPS; step++) {
            double seconds = guess * Math.exp(step * STEP);
            double[] units = differences(from, before -> before / seconds * (2 + before / seconds));
            add(seconds, prior + Math.log(STEP) + likelihood(from, units, left));
        }
    }

    private double fallen(int from) {
        return Math.max(
                0, Arrays.stream(departures.fallen(), from, departures.fallen().length).sum());
    }

    /// @param more how much more there was so many seconds before now
    private double[] differences(int from, DoubleUnaryOperator more) {
        double[] differences = new double[departures.fallen().length - from];
        double earlier = more.applyAsDouble(departures.before()[from]);
        for (int i = 0; i < differences.length; i++) {
            double later = more.applyAsDouble(departures.before()[from + i + 1]);
            differences[i] = earlier - later;
            earlier = later;
        }
        return differences;
    }

    /// The logarithm, up to a constant.
    private double likelihood(int from, double[] units, double factor) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            double misfit = departures.fallen()[from + i] - factor * units[i];
            double squares = misfit * misfit / departures.variance()[from + i];
            sum -= Math.min(squares, OUTLIER * OUTLIER) / 2;
        }
        return sum;
    }

    /// Chance goes on until then.
    private void add(double seconds, double log) {
        if (Double.isInfinite(seconds)) {
            ends.add(seconds, log);
            return;
        }
        double chance = Math.sqrt(departures.noise() * seconds) * seconds / departures.left();
        double error = Math.hypot(chance, AT_BEST * seconds);
        for (double deviation : THREE) {
            ends.add(Math.max(0, seconds + deviation * error), log - Math.log(THREE.length));
        }
    }
}
