package org.spoolscope.ui.blocklist;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// A verdict as a mark and a word.
final class VerdictCell extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label word = Labels.of(DisplayText.EMPTY);

    VerdictCell() {
        Region mark = new Region();
        mark.getStyleClass().add(ListStyle.VERDICT_MARK);
        mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        word.setMinWidth(0);
        getStyleClass().addAll(ListStyle.VERDICT, Style.GAP_8);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(mark, word);
    }

    static VerdictCell of(CellState state) {
        VerdictCell cell = new VerdictCell();
        cell.show(state);
        return cell;
    }

    void show(CellState state) {
        state.apply(this);
        Labels.set(word, state.word());
    }

    void current(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
