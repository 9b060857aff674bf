package org.spoolscope.ui.chart;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;

/// What the numbers of a chart are, and so how they read and how an axis over them is divided.
public enum Unit {
    /// Messages. An axis never shows less than 0 to 4.
    COUNT(4),
    /// Messages per hour, of either sign.
    PER_HOUR(20),
    /// Shares of 1.
    PERCENT(0.1),
    /// Milliseconds.
    MILLIS(4);

    private static final DisplayText NONE = DisplayText.of("–");

    private final double leastTop;

    Unit(double leastTop) {
        this.leastTop = leastTop;
    }

    /// Up to where an axis goes at least, so that noise around zero looks like what it is.
    double leastTop() {
        return leastTop;
    }

    /// A figure with its unit; NaN is a dash.
    public DisplayText figure(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return DisplayText.of(
                switch (this) {
                    case COUNT -> Figures.count(Math.round(value));
                    case PER_HOUR -> Figures.perHour(value);
                    case PERCENT -> Figures.percent(value);
                    case MILLIS -> Figures.millis(value);
                });
    }

    /// The same on an axis, where every value is a round one.
    DisplayText tick(double value) {
        return DisplayText.of(
                switch (this) {
                    case COUNT -> Figures.count(Math.round(value));
                    case PER_HOUR -> (value > 0.5 ? "+" : "") + Figures.count(Math.round(value));
                    case PERCENT -> Math.round(value * 100) + " %";
                    case MILLIS -> Figures.count(Math.round(value)) + " ms";
                });
    }
}
