package org.spoolscope.ui.chart;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// Charts one under the other on one time axis, with one cursor through all of them. The cursor
/// follows the pointer, or the arrow keys while the column has the focus.
public final class ChartColumn extends VBox {
    private static final int FAR = 15;

    private final List<ChartView> charts;
    private final Cursor cursor;
    private final Times times;
    private final Label moment = Labels.of(DisplayText.EMPTY, Style.MUTED);

    /// A column of charts.
    ///
    /// @param cursor shared by `charts`
    /// @param name what a screen reader calls the column
    /// @param head stands over the charts, in one line with the moment pointed at
    public ChartColumn(
            List<ChartView> charts, Cursor cursor, Times times, DisplayText name, Node... head) {
        this.charts = List.copyOf(charts);
        this.cursor = cursor;
        this.times = times;
        getStyleClass().addAll(Style.CARD, Style.CHARTS);
        HBox line = Boxes.row(Style.GAP_8, head);
        line.getChildren().add(Math.max(0, head.length - 1), moment);
        getChildren().add(line);
        for (ChartView chart : charts) {
            getChildren().addAll(Boxes.rule(), chart);
        }
        Labels.named(this, name);
        setFocusTraversable(true);
        setOnKeyPressed(this::keyPressed);
        setOnMousePressed(_ -> requestFocus());
        cursor.millis().addListener((_, _, at) -> showMoment(at));
    }

    private void showMoment(@Nullable Long at) {
        Labels.set(moment, at == null ? DisplayText.EMPTY : times.second(Instant.ofEpochMilli(at)));
    }

    private void keyPressed(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        int step = event.isShiftDown() ? FAR : 1;
        switch (event.getCode()) {
            case LEFT -> move(-step);
            case RIGHT -> move(step);
            case HOME -> move(-Integer.MAX_VALUE);
            case END -> move(Integer.MAX_VALUE);
            case ESCAPE -> cursor.clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int rows) {
        ChartSpec spec = charts.getFirst().shown();
        if (spec == null || spec.millis().length == 0) {
            return;
        }
        long[] millis = spec.millis();
        Long at = cursor.millis().get();
        int row = at == null ? millis.length - 1 : spec.rowNear(at);
        long next = Math.clamp((long) row + rows, 0, millis.length - 1);
        cursor.set(Math.max(spec.time().from(), millis[(int) next]));
    }
}
