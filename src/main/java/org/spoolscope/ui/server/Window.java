package org.spoolscope.ui.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.History;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.Words;
import org.spoolscope.ui.chart.SeriesSpec;
import org.spoolscope.ui.chart.SeriesSpec.Form;
import org.spoolscope.ui.chart.TimeAxis;
import org.spoolscope.ui.theme.Token;

/// The rows of a history that a time axis shows, and the one before them, so that a line comes from
/// the left edge.
///
/// @param first row of the history
record Window(History history, int first, long[] millis) {
    static Window of(History history, TimeAxis time) {
        int first = history.size();
        while (first > 0 && history.millis(first - 1) >= time.from()) {
            first--;
        }
        first = Math.max(0, first - 1);
        long[] millis = new long[history.size() - first];
        for (int row = 0; row < millis.length; row++) {
            millis[row] = history.millis(first + row);
        }
        return new Window(history, first, millis);
    }

    SeriesSpec area(Column column, Token colour) {
        return series(column, colour, Form.AREA, null);
    }

    SeriesSpec line(Column column, Token colour) {
        return series(column, colour, Form.LINE, null);
    }

    SeriesSpec series(Column column, Token colour, Form form, @Nullable DisplayText missing) {
        double[] values = new double[millis.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = history.value(column, first + row);
        }
        String key = column.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new SeriesSpec(Words.get("server.series." + key), colour, form, values, missing);
    }
}
