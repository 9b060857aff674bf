package org.spoolscope.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.spoolscope.ui.theme.Style;

/// Rows and columns at the four distances 4, 8, 14 and 22 px.
public final class Boxes {
    private Boxes() {}

    /// Side by side, centred on one line.
    ///
    /// @param gap one of [Style#GAP_4] … [Style#GAP_22]
    public static HBox row(String gap, Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add(gap);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// One under the other.
    public static VBox column(String gap, Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add(gap);
        return column;
    }

    /// Empty space that takes what is left over in a row.
    public static Region space() {
        return grow(new Region());
    }

    /// Lets `node` take what is left over in a row.
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    /// A hairline.
    public static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add(Style.RULE);
        return rule;
    }

    /// Shows `node` and gives it room, or neither.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
