package org.spoolscope.ui.chart;

import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Turns reduced series into paths on the screen; a gap ends a path and begins another.
///
/// @param x from milliseconds to pixels
/// @param y from a value to pixels
record Runs(LongToDoubleFunction x, DoubleUnaryOperator y) {
    /// A lone value between two gaps gets a stroke this long, or it would not be seen.
    private static final double DOT = 0.01;

    Path2D line(Reduction points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.values().length + 8);
        for (int row = 0; row < points.values().length; ) {
            int end = endOfRun(points, row);
            append(path, points, row, end);
            row = end + 1;
        }
        return path;
    }

    /// The area between two lines with the same gaps, or between a line and zero.
    Path2D area(Reduction top, @Nullable Reduction ground) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, top.values().length * 2 + 8);
        int below = 0;
        for (int row = 0; row < top.values().length; ) {
            int end = endOfRun(top, row);
            if (end > row) {
                append(path, top, row, end);
                if (ground == null) {
                    path.lineTo(x(top, end - 1), y.applyAsDouble(0));
                    path.lineTo(x(top, row), y.applyAsDouble(0));
                } else {
                    int groundEnd = endOfRun(ground, below);
                    for (int i = groundEnd - 1; i >= below; i--) {
                        path.lineTo(x(ground, i), y.applyAsDouble(ground.values()[i]));
                    }
                    below = groundEnd + 1;
                }
                path.closePath();
            } else if (ground != null) {
                below++;
            }
            row = end + 1;
        }
        return path;
    }

    private void append(Path2D path, Reduction points, int from, int end) {
        for (int i = from; i < end; i++) {
            double px = x(points, i);
            double py = y.applyAsDouble(points.values()[i]);
            if (i == from) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        if (end - from == 1) {
            path.lineTo(x(points, from) + DOT, y.applyAsDouble(points.values()[from]));
        }
    }

    private double x(Reduction points, int row) {
        return x.applyAsDouble(points.millis()[row]);
    }

    private static int endOfRun(Reduction points, int from) {
        int end = from;
        while (end < points.values().length && !Double.isNaN(points.values()[end])) {
            end++;
        }
        return end;
    }
}
