package org.spoolscope.ui.chart;

import java.util.Arrays;

/// Reduces a series to what its pixels can show: first, lowest, highest and last value per pixel
/// column, so that a spike of one sample survives and a line looks the same as with all points.
///
/// @param millis moments of the points, ascending
/// @param values NaN between two runs
record Reduction(long[] millis, double[] values) {
    private static final int PER_COLUMN = 4;

    /// @param columns pixel columns over the axis, at least 1
    static Reduction of(long[] millis, double[] values, TimeAxis axis, int columns) {
        if (millis.length <= columns) {
            return new Reduction(millis, values);
        }
        Points points = new Points(Math.min(millis.length, (columns + 2) * (PER_COLUMN + 1)));
        int row = 0;
        while (row < millis.length) {
            int end = endOfColumn(millis, values, axis, columns, row);
            if (Double.isNaN(values[row])) {
                points.add(millis[row], Double.NaN);
            } else {
                addColumn(points, millis, values, row, end);
            }
            row = end;
        }
        return points.reduction();
    }

    /// The row after the last that shares the column of `row` and, like it, has a value or none.
    private static int endOfColumn(
            long[] millis, double[] values, TimeAxis axis, int columns, int row) {
        double column = Math.floor(axis.fraction(millis[row]) * columns);
        boolean gap = Double.isNaN(values[row]);
        int end = row + 1;
        while (end < millis.length
                && Double.isNaN(values[end]) == gap
                && Math.floor(axis.fraction(millis[end]) * columns) == column) {
            end++;
        }
        return end;
    }

    private static void addColumn(
            Points points, long[] millis, double[] values, int from, int end) {
        int lowest = from;
        int highest = from;
        for (int row = from; row < end; row++) {
            lowest = values[row] < values[lowest] ? row : lowest;
            highest = values[row] > values[highest] ? row : highest;
        }
        int[] rows = {from, Math.min(lowest, highest), Math.max(lowest, highest), end - 1};
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || rows[i] != rows[i - 1]) {
                points.add(millis[rows[i]], values[rows[i]]);
            }
        }
    }

    private static final class Points {
        private long[] millis;
        private double[] values;
        private int size;

        Points(int expected) {
            millis = new long[expected];
            values = new double[expected];
        }

        void add(long at, double value) {
            if (size == millis.length) {
                millis = Arrays.copyOf(millis, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            millis[size] = at;
            values[size++] = value;
        }

        Reduction reduction() {
            return new Reduction(Arrays.copyOf(millis, size), Arrays.copyOf(values, size));
        }
    }
}
