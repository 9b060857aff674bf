package org.spoolscope.ui.chart;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.History;
import org.spoolscope.model.History.Column;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// A small filled line without axes, from zero up. At most [#POINTS] points, so it is a plain
/// shape.
public final class Sparkline extends Region {
    /// More are merged, the highest of each bucket is kept.
    public static final int POINTS = 120;

    private static final Column[] QUEUES = {
        Column.MAILDROP, Column.INCOMING, Column.ACTIVE, Column.DEFERRED, Column.HOLD
    };

    private final Path fill = new Path();
    private final Path line = new Path();
    private double[] values = {};

    public Sparkline() {
        getStyleClass().add(Style.SPARKLINE);
        fill.getStyleClass().add("ss-spark-fill");
        line.getStyleClass().add("ss-spark-line");
        fill.setManaged(false);
        line.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(fill, line);
        setMinSize(0, 0);
    }

    /// Shows other values.
    ///
    /// @param newValues oldest first, NaN for a gap
    /// @param tone colours it
    /// @param spoken what it shows, in words
    public void show(double[] newValues, Tone tone, DisplayText spoken) {
        values = reduce(newValues);
        tone.apply(this);
        Labels.named(this, spoken);
        requestLayout();
    }

    /// Messages in all queues, row by row; NaN where nothing was listed yet. Any thread.
    public static double[] totals(History history) {
        double[] totals = new double[history.size()];
        for (int row = 0; row < totals.length; row++) {
            for (Column queue : QUEUES) {
                totals[row] += history.value(queue, row);
            }
        }
        return totals;
    }

    static double[] reduce(double[] values) {
        if (values.length <= POINTS) {
            return values.clone();
        }
        double[] reduced = new double[POINTS];
        for (int point = 0; point < POINTS; point++) {
            int from = (int) ((long) point * values.length / POINTS);
            int to = (int) ((long) (point + 1) * values.length / POINTS);
            double highest = Double.NaN;
            for (int i = from; i < to; i++) {
                highest = Double.isNaN(highest) || values[i] > highest ? values[i] : highest;
            }
            reduced[point] = highest;
        }
        return reduced;
    }

    @Override
    protected void layoutChildren() {
        fill.getElements().clear();
        line.getElements().clear();
        double top = 1;
        for (double value : values) {
            top = Math.max(top, Double.isNaN(value) ? 0 : value);
        }
        double height = Math.max(0, getHeight() - 2);
        double step = values.length < 2 ? 0 : getWidth() / (values.length - 1);
        for (int from = 0; from < values.length; from++) {
            int end = from;
            while (end < values.length && !Double.isNaN(values[end])) {
                end++;
            }
            if (end - from > 1) {
                draw(from, end, step, height, top);
            }
            from = end;
        }
    }

    private void draw(int from, int end, double step, double height, double top) {
        fill.getElements().add(new MoveTo(from * step, height + 1));
        for (int i = from; i < end; i++) {
            double x = i * step;
            double y = 1 + height * (1 - values[i] / top);
            fill.getElements().add(new LineTo(x, y));
            line.getElements().add(i == from ? new MoveTo(x, y) : new LineTo(x, y));
        }
        fill.getElements().add(new LineTo((end - 1) * step, height + 1));
    }
}
