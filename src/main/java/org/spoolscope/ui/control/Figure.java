package org.spoolscope.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.theme.Style;

/// The one big number of a card, its unit, and how it changes.
public final class Figure extends HBox {
    private final Label number = Labels.whole(Labels.of(DisplayText.EMPTY, Style.BIG));
    private final Label unit = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Label change = Labels.of(DisplayText.EMPTY, Style.MUTED);

    public Figure(DisplayText unit) {
        Labels.set(this.unit, unit);
        getStyleClass().add(Style.GAP_8);
        setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(number, this.unit, change);
    }

    public void show(DisplayText figure, DisplayText howItChanges) {
        Labels.set(number, figure);
        Labels.set(change, howItChanges);
        Labels.named(this, Words.get("figure.spoken", figure, unit.getText(), howItChanges));
    }
}
