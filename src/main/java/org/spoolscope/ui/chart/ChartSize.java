package org.spoolscope.ui.chart;

/// The room of one chart. Lengths in logical pixels; the image has `scale` times as many.
///
/// @param width with the gutter of the value labels
/// @param plotHeight of the plot alone
/// @param timeLabels whether the time is written under it
/// @param scale device pixels per logical pixel, such as 2
public record ChartSize(int width, int plotHeight, boolean timeLabels, double scale) {
    /// For the value labels, the same in every chart, so that charts in a column line up.
    public static final int GUTTER = 60;

    /// Half a label over the topmost line.
    static final int TOP = 7;

    /// Half a label under the lowest line: with less, the comma of `−10,000` is cut to a point.
    private static final int BOTTOM = 7;

    private static final int TIME_LABELS = 18;

    int bottom() {
        return timeLabels ? TIME_LABELS : BOTTOM;
    }

    public int height() {
        return TOP + plotHeight + bottom();
    }

    public int plotWidth() {
        return Math.max(1, width - GUTTER);
    }

    int pixelWidth() {
        return (int) Math.max(1, Math.round(width * scale));
    }

    int pixelHeight() {
        return (int) Math.max(1, Math.round(height() * scale));
    }

    /// How many steps the value axis may have.
    int intervals() {
        return plotHeight >= 96 ? 4 : 2;
    }
}
