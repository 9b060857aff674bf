package org.spoolscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;
import org.spoolscope.ui.theme.Tokens;

/// Draws each series as one path: thousands of single items would cost more and show seams.
final class SeriesRenderer extends AbstractXYItemRenderer {
    private static final int AREA_ALPHA = 140;
    private static final float LINE_WIDTH = 1.6f;
    private static final float AREA_EDGE_WIDTH = 1.3f;
    private static final float[] DASH = {5, 3};

    private final transient SeriesData data;
    private final transient List<SeriesSpec> series;
    private final transient Tokens tokens;

    SeriesRenderer(SeriesData data, List<SeriesSpec> series, Tokens tokens) {
        this.data = data;
        this.series = series;
        this.tokens = tokens;
    }

    @Override
    @SuppressWarnings("NullAway") // JFreeChart is not annotated
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis time,
            ValueAxis values,
            XYDataset dataset,
            int index,
            int item,
            @Nullable CrosshairState crosshair,
            int pass) {
        if (item > 0) {
            return;
        }
        Runs runs =
                new Runs(
                        millis ->
                                time.valueToJava2D((double) millis, area, plot.getDomainAxisEdge()),
                        value -> values.valueToJava2D(value, area, plot.getRangeAxisEdge()));
        Shape clip = g.getClip();
        // A line along the edge shows its whole width.
        g.setClip(
                new Rectangle2D.Double(
                        area.getX(), area.getY() - 1, area.getWidth(), area.getHeight() + 2));
        draw(g, runs, index);
        g.setClip(clip);
    }

    private void draw(Graphics2D g, Runs runs, int index) {
        SeriesSpec one = series.get(index);
        Reduction points = data.reduction(index);
        Color colour = new Color(tokens.rgb(one.colour()));
        if (one.form() == SeriesSpec.Form.AREA) {
            g.setColor(withAlpha(colour));
            g.fill(runs.area(points, index == 0 ? null : data.reduction(index - 1)));
        }
        g.setColor(colour);
        g.setStroke(stroke(one.form()));
        g.draw(runs.line(points));
    }

    /// On whole pixels, so that a hairline is one.
    @Override
    public void drawRangeLine(
            Graphics2D g,
            XYPlot plot,
            ValueAxis axis,
            Rectangle2D area,
            double value,
            Paint paint,
            Stroke stroke) {
        double y = axis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        double middle = Math.min(Math.floor(y), area.getMaxY() - 1) + 0.5;
        g.setPaint(paint);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(area.getMinX(), middle, area.getMaxX(), middle));
    }

    private static Color withAlpha(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), AREA_ALPHA);
    }

    private static Stroke stroke(SeriesSpec.Form form) {
        return switch (form) {
            case AREA -> solid(AREA_EDGE_WIDTH);
            case LINE -> solid(LINE_WIDTH);
            case DASHED ->
                    new BasicStroke(
                            LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0);
        };
    }

    private static Stroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
