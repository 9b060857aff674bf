package org.spoolscope.ui.chart;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Token;

/// One series of a chart.
///
/// @param values one per moment of the chart, NaN where nothing was measured; not changed any more
/// @param missing why there are no values, or null when that is not known
public record SeriesSpec(
        DisplayText name, Token colour, Form form, double[] values, @Nullable DisplayText missing) {
    /// How a series is drawn. Areas stand on the areas before them.
    public enum Form {
        AREA,
        LINE,
        DASHED
    }

    /// Why nothing was measured; null when something was, or nobody knows why not.
    @Nullable DisplayText absence() {
        return missing == null || hasValues() ? null : missing;
    }

    /// Whether anything was measured.
    public boolean hasValues() {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
