package org.spoolscope.ui.chart;

import java.util.StringJoiner;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// What a chart tells those who do not see it: its newest figures.
final class ChartWords {
    private ChartWords() {}

    static DisplayText of(DisplayText title, DisplayText unit, ChartSpec spec) {
        DisplayText why = spec.why();
        if (why != null && !spec.hasValues()) {
            return Words.get("chart.spoken", title, unit, why);
        }
        int newest = spec.rowNear(spec.time().to());
        StringJoiner figures = new StringJoiner(", ");
        for (SeriesSpec series : spec.series()) {
            figures.add(series.name() + " " + figure(series, spec.unit(), newest));
        }
        return Words.get("chart.spoken", title, unit, figures);
    }

    private static DisplayText figure(SeriesSpec series, Unit unit, int row) {
        DisplayText absence = series.absence();
        if (absence != null) {
            return absence;
        }
        double value = ChartSpec.value(series, row);
        return Double.isNaN(value) ? Words.get("chart.unknown") : unit.figure(value);
    }
}
