package org.spoolscope.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;

/// Paints a chart onto an image, without a toolkit and on any thread.
final class ChartPainter {
    private static final BasicStroke HAIRLINE = new BasicStroke(1);

    private ChartPainter() {}

    /// The chart on a transparent ground, `ARGB` with premultiplied alpha.
    static BufferedImage paint(ChartSpec spec, ChartSize size, Tokens tokens) {
        BufferedImage image =
                new BufferedImage(
                        size.pixelWidth(), size.pixelHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(size.scale(), size.scale());
            hints(g);
            plot(spec, size, tokens)
                    .draw(
                            g,
                            new Rectangle2D.Double(0, 0, size.width(), size.height()),
                            null,
                            null,
                            null);
        } finally {
            g.dispose();
        }
        return image;
    }

    private static XYPlot plot(ChartSpec spec, ChartSize size, Tokens tokens) {
        List<double[]> heights = spec.heights();
        int columns = (int) Math.ceil(size.plotWidth() * size.scale());
        SeriesData data =
                new SeriesData(
                        heights.stream()
                                .map(values ->
                                        Reduction.of(spec.millis(), values, spec.time(), columns))
                                .toList());
        Scale scale = scale(heights, spec.unit(), size.intervals());
        ValueAxis values = Axes.values(scale, spec.unit(), tokens);
        ValueAxis time = Axes.time(spec.time(), size.timeLabels(), tokens);
        XYPlot plot =
                new XYPlot(data, time, values, new SeriesRenderer(data, spec.series(), tokens));
        plot.setInsets(new RectangleInsets(ChartSize.TOP, 0, 0, 0));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedRangeAxisSpace(space(ChartSize.GUTTER, 0));
        plot.setFixedDomainAxisSpace(space(0, size.bottom()));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setRangeGridlinePaint(new Color(tokens.rgb(Token.LINE)));
        plot.setRangeZeroBaselineVisible(scale.min() < 0);
        plot.setRangeZeroBaselineStroke(HAIRLINE);
        plot.setRangeZeroBaselinePaint(new Color(tokens.rgb(Token.FG_SUBTLE)));
        return plot;
    }

    private static Scale scale(List<double[]> heights, Unit unit, int intervals) {
        double lowest = Double.NaN;
        double highest = Double.NaN;
        for (double[] values : heights) {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    lowest = value < lowest || Double.isNaN(lowest) ? value : lowest;
                    highest = value > highest || Double.isNaN(highest) ? value : highest;
                }
            }
        }
        return Scale.of(lowest, highest, unit, intervals);
    }

    private static AxisSpace space(double left, double bottom) {
        AxisSpace space = new AxisSpace();
        space.setLeft(left);
        space.setBottom(bottom);
        return space;
    }

    private static void hints(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
