package org.spoolscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;

/// What is on the painted image, pixel by pixel.
class ChartPainterTest {
    private static final int ROWS = 1800;
    private static final int HOUR = 3_600_000;
    private static final ChartSize SIZE = new ChartSize(1130, 128, true, 1);
    private static final Tokens DARK = Tokens.of(Appearance.DARK);

    @ParameterizedTest
    @EnumSource
    void aSeriesHasTheColourOfItsToken(Appearance appearance) {
        double[] flat = new double[ROWS];
        Arrays.fill(flat, 50);
        Tokens tokens = Tokens.of(appearance);
        BufferedImage image =
                ChartPainter.paint(
                        spec(series(Token.DEFERRED, SeriesSpec.Form.LINE, flat)), SIZE, tokens);
        assertThat(columnHas(image, 600, tokens.rgb(Token.DEFERRED))).isTrue();
        assertThat(columnHas(image, 600, tokens.rgb(Token.HOLD))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aGapStaysEmpty(SeriesSpec.Form form) {
        double[] values = new double[ROWS];
        Arrays.fill(values, 50);
        Arrays.fill(values, 600, 1200, Double.NaN);
        BufferedImage image =
                ChartPainter.paint(spec(series(Token.ACTIVE, form, values)), SIZE, DARK);
        int plot = SIZE.plotWidth();
        assertThat(paintedBetween(image, ChartSize.GUTTER + plot / 3 + 4, plot / 3 - 8)).isZero();
        assertThat(paintedBetween(image, ChartSize.GUTTER + 4, plot / 3 - 8)).isPositive();
        assertThat(paintedBetween(image, ChartSize.GUTTER + plot * 2 / 3 + 4, plot / 3 - 8))
                .isPositive();
    }

    @Test
    void aSpikeOfOneSampleSurvives() {
        double[] values = new double[ROWS];
        values[901] = 100;
        BufferedImage image =
                ChartPainter.paint(
                        spec(series(Token.ACTIVE, SeriesSpec.Form.LINE, values)), SIZE, DARK);
        int highest = image.getHeight();
        for (int x = ChartSize.GUTTER; x < image.getWidth(); x++) {
            for (int y = 0; y < highest; y++) {
                if (isColour(image.getRGB(x, y), DARK.rgb(Token.ACTIVE))) {
                    highest = y;
                }
            }
        }
        // The axis is 0 to 120 in steps of 40.
        assertThat(highest).isBetween(y(100, 120) - 2, y(100, 120) + 8);
    }

    @Test
    void areasStandOnEachOther() {
        double[] low = new double[ROWS];
        double[] high = new double[ROWS];
        Arrays.fill(low, 30);
        Arrays.fill(high, 40);
        BufferedImage image =
                ChartPainter.paint(
                        spec(
                                series(Token.DEFERRED, SeriesSpec.Form.AREA, low),
                                series(Token.ACTIVE, SeriesSpec.Form.AREA, high)),
                        SIZE,
                        DARK);
        // The axis is 0 to 80 in steps of 20.
        assertThat(image.getRGB(600, y(15, 80)) & 0xff0000)
                .isGreaterThan(image.getRGB(600, y(50, 80)) & 0xff0000);
        assertThat(image.getRGB(600, y(75, 80)) >>> 24).isZero();
    }

    @Test
    void anImageHasThePixelsOfItsScreen() {
        BufferedImage image =
                ChartPainter.paint(
                        spec(series(Token.ACTIVE, SeriesSpec.Form.LINE, new double[ROWS])),
                        new ChartSize(400, 66, false, 2),
                        DARK);
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(2 * (ChartSize.TOP + 66 + 7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 2})
    void theLowestLabelIsNotCut(double scale) {
        double[] falling = new double[ROWS];
        Arrays.fill(falling, -9_000);
        BufferedImage image =
                ChartPainter.paint(
                        new ChartSpec(
                                new TimeAxis(0, HOUR, ZoneOffset.UTC),
                                Unit.PER_HOUR,
                                millis(),
                                List.of(series(Token.ACTIVE, SeriesSpec.Form.LINE, falling))),
                        new ChartSize(400, 40, false, scale),
                        DARK);
        int last = image.getHeight() - 1;
        for (int x = 0; x < (ChartSize.GUTTER - 2) * scale; x++) {
            assertThat(image.getRGB(x, last) >>> 24).as("ink at %d", x).isZero();
        }
    }

    private static int y(double value, double top) {
        return (int) (ChartSize.TOP + 128 * (1 - value / top));
    }

    private static ChartSpec spec(SeriesSpec... series) {
        return new ChartSpec(
                new TimeAxis(0, HOUR, ZoneOffset.UTC), Unit.COUNT, millis(), List.of(series));
    }

    private static long[] millis() {
        long[] millis = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            millis[row] = (long) row * HOUR / (ROWS - 1);
        }
        return millis;
    }

    private static SeriesSpec series(Token colour, SeriesSpec.Form form, double[] values) {
        return new SeriesSpec(DisplayText.of("one"), colour, form, values, null);
    }

    private static boolean columnHas(BufferedImage image, int x, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            if (isColour(image.getRGB(x, y), rgb)) {
                return true;
            }
        }
        return false;
    }

    /// Pixels of the series' colour, ACTIVE's blue, in `width` columns.
    private static int paintedBetween(BufferedImage image, int from, int width) {
        int painted = 0;
        for (int x = from; x < from + width; x++) {
            painted += columnHas(image, x, DARK.rgb(Token.ACTIVE)) ? 1 : 0;
        }
        return painted;
    }

    private static boolean isColour(int argb, int rgb) {
        return (argb >>> 24) > 0xd0
                && Math.abs((argb >> 16 & 0xff) - (rgb >> 16 & 0xff)) < 24
                && Math.abs((argb >> 8 & 0xff) - (rgb >> 8 & 0xff)) < 24
                && Math.abs((argb & 0xff) - (rgb & 0xff)) < 24;
    }
}
