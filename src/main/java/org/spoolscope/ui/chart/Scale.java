package org.spoolscope.ui.chart;

/// A value axis that begins and ends on a tick: round steps of 1, 2, 4 or 5 times a power of ten.
public record Scale(double min, double max, double step) {
    private static final double[] ROUND = {1, 2, 4, 5};

    /// So that the highest line is not cut by the upper edge.
    private static final double HEADROOM = 1.02;

    /// The finest scale of at most `intervals` steps that holds zero and all values.
    ///
    /// @param lowest of the values; NaN when there are none
    /// @param highest of the values; NaN when there are none
    /// @param intervals at least 2
    public static Scale of(double lowest, double highest, Unit unit, int intervals) {
        double low = Double.isNaN(lowest) ? 0 : Math.min(0, lowest * HEADROOM);
        double high = Double.isNaN(highest) ? 0 : Math.max(0, highest * HEADROOM);
        high = low < 0 ? high : Math.max(high, unit.leastTop());
        if (unit == Unit.PERCENT && highest <= 1) {
            high = Math.min(high, 1);
        }
        double span = Math.max(high - low, unit.leastTop());
        double power = Math.pow(10, Math.floor(Math.log10(span / intervals)));
        for (; ; power *= 10) {
            for (double round : ROUND) {
                double step = power * round;
                // A step below one message or one per cent would repeat its label.
                double below = Math.floor(low / step + 1e-9);
                double above = Math.ceil(high / step - 1e-9);
                if (above - below <= intervals && step >= leastStep(unit)) {
                    return new Scale(below * step, Math.max(above, below + 1) * step, step);
                }
            }
        }
    }

    private static double leastStep(Unit unit) {
        return unit == Unit.PERCENT ? 0.01 : 1;
    }
}
