package org.spoolscope.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;

/// All that one chart shows. Made off the JavaFX thread, shared by the painter and the cursor.
///
/// @param millis moments of the values in milliseconds since the epoch, ascending
/// @param series each with one value per moment; areas first, from the bottom up
/// @param why why there can be no values, in the plot's place while there are none; or null
public record ChartSpec(
        TimeAxis time,
        Unit unit,
        long[] millis,
        List<SeriesSpec> series,
        @Nullable DisplayText why) {
    /// A moment with nothing measured this near has no figures.
    private static final long NEAR = 15_000;

    public ChartSpec(TimeAxis time, Unit unit, long[] millis, List<SeriesSpec> series) {
        this(time, unit, millis, series, null);
    }

    public ChartSpec {
        series = List.copyOf(series);
        for (SeriesSpec one : series) {
            if (one.values().length != millis.length) {
                throw new IllegalArgumentException("a value for each moment is needed");
            }
        }
    }

    public boolean hasValues() {
        return series.stream().anyMatch(SeriesSpec::hasValues);
    }

    /// The row whose moment is nearest, or -1 when none is near.
    public int rowNear(long moment) {
        int found = Arrays.binarySearch(millis, moment);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        int nearest = after;
        if (after == millis.length
                || (after > 0 && moment - millis[after - 1] < millis[after] - moment)) {
            nearest = after - 1;
        }
        return nearest >= 0 && Math.abs(millis[nearest] - moment) <= NEAR ? nearest : -1;
    }

    /// The value of a series in a row; NaN for row -1.
    public static double value(SeriesSpec series, int row) {
        return row < 0 ? Double.NaN : series.values()[row];
    }

    /// What is drawn per series: lines as they are, areas standing on those before them. A moment
    /// at which no area has a value stays a gap, in all of them; else one without a value adds
    /// none.
    List<double[]> heights() {
        List<double[]> heights = new ArrayList<>();
        double[] ground = ground();
        for (SeriesSpec one : series) {
            if (one.form() != SeriesSpec.Form.AREA) {
                heights.add(one.values());
                continue;
            }
            ground = ground.clone();
            for (int row = 0; row < ground.length; row++) {
                double value = one.values()[row];
                ground[row] += Double.isNaN(value) ? 0 : value;
            }
            heights.add(ground);
        }
        return heights;
    }

    private double[] ground() {
        double[] ground = new double[millis.length];
        Arrays.fill(ground, Double.NaN);
        for (SeriesSpec one : series) {
            for (int row = 0; row < ground.length; row++) {
                if (one.form() == SeriesSpec.Form.AREA && !Double.isNaN(one.values()[row])) {
                    ground[row] = 0;
                }
            }
        }
        return ground;
    }
}
