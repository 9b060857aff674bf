package org.spoolscope.ui.queue;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// A domain, or a count under it whose background is the stronger the larger it is.
final class ShapeButton extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double STRONGEST = 0.6;

    private final int line;
    private final int column;
    private final Region heat = new Region();
    private final Label text = Labels.of(DisplayText.EMPTY, Style.SMALL);
    private @Nullable ShapeCell cell;

    ShapeButton(int line, int column, Consumer<ShapeCell> chosen) {
        this.line = line;
        this.column = column;
        setId("shape-" + line + "-" + column);
        getStyleClass().add(column == 0 ? QueueStyle.SHAPE_DOMAIN : QueueStyle.SHAPE_CELL);
        heat.getStyleClass().add(QueueStyle.SHAPE_HEAT);
        text.setMinWidth(column == 0 ? 0 : USE_PREF_SIZE);
        StackPane content = new StackPane(heat, text);
        StackPane.setAlignment(text, column == 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        content.prefWidthProperty().bind(widthProperty());
        content.prefHeightProperty().bind(heightProperty());
        content.setMinWidth(0);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(_ -> {
            ShapeCell its = cell;
            if (its != null) {
                chosen.accept(its);
            }
        });
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    void showDomain(ShapeCell whole, int recipients, boolean selected) {
        show(whole, DisplayText.of(whole.domain()).clip(80), selected);
        heat.setOpacity(0);
        Labels.named(
                this,
                Words.get(
                        "queue.shape.domain",
                        DisplayText.of(whole.domain()).clip(80),
                        Figures.count(recipients)));
    }

    void showCount(ShapeCell its, int recipients, int largest, boolean selected) {
        show(its, count(recipients), selected);
        heat.setOpacity(STRONGEST * Math.sqrt((double) recipients / largest));
        setDisable(recipients == 0 && !selected);
        Labels.named(
                this,
                Words.get(
                        "queue.shape.cell",
                        DisplayText.of(its.domain()).clip(80),
                        Figures.count(recipients),
                        its.ages()));
    }

    private void show(ShapeCell next, DisplayText words, boolean selected) {
        cell = next;
        Labels.set(text, words);
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Nothing for 0, `1.2k` and `12k` from 1,000 on: a cell has room for three digits.
    private static DisplayText count(int recipients) {
        if (recipients == 0) {
            return DisplayText.EMPTY;
        }
        if (recipients < 1_000) {
            return DisplayText.of(String.valueOf(recipients));
        }
        return DisplayText.of(
                recipients < 9_950
                        ? String.format(Locale.ROOT, "%.1fk", recipients / 1_000.0)
                        : Math.round(recipients / 1_000.0) + "k");
    }
}
