package org.spoolscope.lab;

import java.util.Locale;
import java.util.stream.DoubleStream;

/// Between which two numbers a figure is: what a tool said before and after, or what a text that
/// was rounded may stand for. NaN for no number at all, which is a dash on a page.
record Bounds(double low, double high) {
    static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

    /// From the least to the most.
    static Bounds of(DoubleStream values) {
        var all = values.filter(value -> !Double.isNaN(value)).summaryStatistics();
        return all.getCount() == 0 ? NONE : new Bounds(all.getMin(), all.getMax());
    }

    static Bounds of(double value) {
        return new Bounds(value, value);
    }

    Bounds times(double factor) {
        return new Bounds(low * factor, high * factor);
    }

    /// Around both; what is none adds nothing.
    Bounds and(Bounds other) {
        return Bounds.of(DoubleStream.of(low, high, other.low, other.high));
    }

    /// Wider by a share of both ends.
    Bounds within(double share) {
        return new Bounds(low - Math.abs(low) * share, high + Math.abs(high) * share);
    }

    /// Wider by so much.
    Bounds plusMinus(double some) {
        return new Bounds(low - some, high + some);
    }

    boolean isNone() {
        return Double.isNaN(low);
    }

    /// Whether there is a number in both; or none in both.
    boolean meets(Bounds other) {
        return isNone() && other.isNone() || low <= other.high + 1e-9 && other.low <= high + 1e-9;
    }

    @Override
    public String toString() {
        return isNone() ? "none" : low == high ? number(low) : number(low) + " .. " + number(high);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
