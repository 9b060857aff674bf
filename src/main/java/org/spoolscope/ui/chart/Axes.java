package org.spoolscope.ui.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTick;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.spoolscope.ui.theme.Theme;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;

/// The two axes as JFreeChart has them: labels of 11 px in Inter, no lines, no marks.
final class Axes {
    private static final Font FONT = inter();
    private static final double LABEL_GAP = 6;

    private Axes() {}

    static ValueAxis values(Scale scale, Unit unit, Tokens tokens) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(scale.min(), scale.max());
        axis.setTickUnit(
                new NumberTickUnit(scale.step()) {
                    @Override
                    public String valueToString(double value) {
                        return unit.tick(value).toString();
                    }
                });
        axis.setTickLabelInsets(new RectangleInsets(0, LABEL_GAP, 0, LABEL_GAP));
        return dressed(axis, tokens);
    }

    static ValueAxis time(TimeAxis time, boolean labels, Tokens tokens) {
        TimeZone zone = TimeZone.getTimeZone(time.zone());
        DateAxis axis = new WholeLabels(zone);
        DateFormat format = new SimpleDateFormat("HH:mm", Locale.ROOT);
        format.setTimeZone(zone);
        axis.setRange((double) time.from(), (double) time.to());
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.MINUTE, time.stepMinutes(), format));
        axis.setTickLabelInsets(new RectangleInsets(5, 0, 0, 0));
        axis.setTickLabelsVisible(labels);
        return dressed(axis, tokens);
    }

    private static ValueAxis dressed(ValueAxis axis, Tokens tokens) {
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(new Color(tokens.rgb(Token.FG_SUBTLE)));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /// Leaves out labels that the edges of the chart would cut.
    private static final class WholeLabels extends DateAxis {
        private static final double HALF_LABEL = 16;

        WholeLabels(TimeZone zone) {
            super("", zone, Locale.ROOT);
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // JFreeChart's lists are raw
        public List refreshTicks(
                Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            List<DateTick> ticks = new ArrayList<>(super.refreshTicks(g, state, area, edge));
            ticks.removeIf(tick -> {
                double x = dateToJava2D(tick.getDate(), area, edge);
                return x < area.getMinX() || x > area.getMaxX() - HALF_LABEL;
            });
            return ticks;
        }
    }

    private static Font inter() {
        try (InputStream file =
                Objects.requireNonNull(
                        Theme.class.getResourceAsStream("fonts/Inter-Regular.otf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(11f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
