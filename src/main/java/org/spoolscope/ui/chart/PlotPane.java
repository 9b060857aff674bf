package org.spoolscope.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The picture of a chart and the cursor line over it. Pointing at it moves the cursor; nothing is
/// painted anew for that.
final class PlotPane extends Region {
    private final ImageView picture;
    private final ChartSize size;
    private final Region crosshair = new Region();
    private final DisplayText emptyText;
    private final Label empty;
    private @Nullable TimeAxis axis;
    private @Nullable Long moment;

    /// @param size of which only the heights count
    PlotPane(ImageView picture, DisplayText emptyText, ChartSize size, Cursor cursor) {
        this.picture = picture;
        this.size = size;
        this.emptyText = emptyText;
        this.empty = Labels.of(emptyText, Style.MUTED, Style.PLOT_EMPTY);
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        crosshair.getStyleClass().add(Style.CROSSHAIR);
        crosshair.setVisible(false);
        crosshair.setMouseTransparent(true);
        empty.setMouseTransparent(true);
        Boxes.show(empty, false);
        getChildren().addAll(picture, crosshair, empty);
        setMinWidth(0);
        setMinHeight(size.height());
        setPrefHeight(size.height());
        setMaxHeight(size.height());
        setOnMouseMoved(event -> pointAt(event.getX(), cursor));
        setOnMouseExited(_ -> cursor.clear());
    }

    void show(ChartSpec spec) {
        axis = spec.time();
        Labels.set(empty, spec.why() == null ? emptyText : spec.why());
        Boxes.show(empty, !spec.hasValues());
        requestLayout();
    }

    /// Puts the line at a moment of the axis, or hides it.
    void point(@Nullable Long at) {
        moment = at;
        crosshair.setVisible(at != null);
        placeCrosshair();
    }

    private void pointAt(double x, Cursor cursor) {
        if (axis == null || x < ChartSize.GUTTER) {
            cursor.clear();
        } else {
            cursor.set(axis.millisAt((x - ChartSize.GUTTER) / (getWidth() - ChartSize.GUTTER)));
        }
    }

    private void placeCrosshair() {
        if (axis != null && moment != null) {
            double plotWidth = getWidth() - ChartSize.GUTTER;
            double x = ChartSize.GUTTER + Math.rint(axis.fraction(moment) * plotWidth);
            crosshair.resizeRelocate(
                    Math.min(x, getWidth() - 1),
                    ChartSize.TOP,
                    1,
                    size.height() - ChartSize.TOP - size.bottom());
        }
    }

    @Override
    protected void layoutChildren() {
        picture.relocate(0, 0);
        double width = Math.min(empty.prefWidth(-1), Math.max(0, getWidth() - ChartSize.GUTTER));
        double room = size.height() - ChartSize.TOP - size.bottom();
        double height = Math.min(room, empty.prefHeight(width));
        empty.resizeRelocate(
                ChartSize.GUTTER + (getWidth() - ChartSize.GUTTER - width) / 2,
                ChartSize.TOP + (room - height) / 2,
                width,
                height);
        placeCrosshair();
    }

    @Override
    protected double computePrefWidth(double height) {
        return ChartSize.GUTTER;
    }
}
