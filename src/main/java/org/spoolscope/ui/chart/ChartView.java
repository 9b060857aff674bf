package org.spoolscope.ui.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;
import org.spoolscope.ui.theme.Style;
import org.spoolscope.ui.theme.Tokens;

/// One chart: a title, a legend with the figures of one moment, and the plot under them.
///
/// What is shown is made and painted off the JavaFX thread, one painting at a time; the newest data
/// wins. The plot follows the width of the node and the scale of its screen.
public final class ChartView extends VBox {
    private record Job(Supplier<ChartSpec> spec, ChartSize size, Tokens tokens) {}

    private record Painting(ChartSpec spec, ChartSize size, BufferedImage image) {}

    private final DisplayText title;
    private final DisplayText unit;
    private final int plotHeight;
    private final boolean timeLabels;
    private final ReadOnlyObjectProperty<Tokens> tokens;
    private final Cursor cursor;
    private final Lane<Job, Painting> painter;
    private final Legend legend = new Legend();
    private final ImageView picture = new ImageView();
    private final PlotPane plot;
    private @Nullable Supplier<ChartSpec> source;
    private @Nullable ChartSpec shown;

    /// A chart without data yet.
    ///
    /// @param unit what the figures are, such as `messages`
    /// @param empty what stands in the plot's place while there are no values
    /// @param plotHeight pixels, of the plot alone
    /// @param timeLabels whether the time is written under the plot: for the last of a column
    public ChartView(
            DisplayText title,
            DisplayText unit,
            DisplayText empty,
            int plotHeight,
            boolean timeLabels,
            Cursor cursor,
            Background background,
            ReadOnlyObjectProperty<Tokens> tokens) {
        this.title = title;
        this.unit = unit;
        this.plotHeight = plotHeight;
        this.timeLabels = timeLabels;
        this.cursor = cursor;
        this.tokens = tokens;
        this.painter = background.lane(ChartView::paint, this::showPainting);
        this.plot = new PlotPane(picture, empty, size(0), cursor);
        getStyleClass().add(Style.CHART);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        Labels.whole(Labels.of(title, Style.STRONG)),
                        Labels.of(unit, Style.SUBTLE),
                        Boxes.space(),
                        legend);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(head, plot);
        plot.widthProperty().addListener((_, _, _) -> repaint());
        tokens.addListener((_, _, _) -> repaint());
        cursor.millis().addListener((_, _, _) -> followCursor());
    }

    /// Shows other data.
    ///
    /// @param spec makes what is to be shown; called off the JavaFX thread
    public void show(Supplier<ChartSpec> spec) {
        source = spec;
        repaint();
    }

    /// What is on the screen, or null before the first painting.
    @Nullable ChartSpec shown() {
        return shown;
    }

    private void repaint() {
        int width = (int) plot.getWidth();
        if (source != null && width > ChartSize.GUTTER) {
            painter.submit(new Job(source, size(width), tokens.get()));
        }
    }

    private ChartSize size(int width) {
        var window = getScene() == null ? null : getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return new ChartSize(width, plotHeight, timeLabels, scale);
    }

    private static Painting paint(Job job) {
        ChartSpec spec = job.spec().get();
        return new Painting(spec, job.size(), ChartPainter.paint(spec, job.size(), job.tokens()));
    }

    private void showPainting(Painting painting) {
        BufferedImage image = painting.image();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        picture.setImage(
                new WritableImage(
                        new PixelBuffer<>(
                                image.getWidth(),
                                image.getHeight(),
                                IntBuffer.wrap(pixels),
                                PixelFormat.getIntArgbPreInstance())));
        picture.setFitWidth(painting.size().width());
        picture.setFitHeight(painting.size().height());
        shown = painting.spec();
        plot.show(painting.spec());
        followCursor();
        Labels.named(this, ChartWords.of(title, unit, painting.spec()));
    }

    private void followCursor() {
        ChartSpec spec = shown;
        if (spec == null) {
            return;
        }
        Long moment = cursor.millis().get();
        boolean pointed = moment != null && spec.time().contains(moment);
        legend.show(spec, spec.rowNear(pointed ? moment : spec.time().to()));
        plot.point(pointed ? moment : null);
    }
}
