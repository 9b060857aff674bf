package org.spoolscope.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// One line of the navigation: a mark where there is one, a name, a note at the right edge.
final class NavigationItem {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final DisplayText name;
    private final javafx.scene.control.Button button;
    private final Label note = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);

    NavigationItem(String id, DisplayText name, Runnable go, Node... marks) {
        this.name = name;
        HBox line = Boxes.row(Style.GAP_8, marks);
        line.getChildren().addAll(Labels.of(name), Boxes.space(), Labels.whole(note));
        line.setMouseTransparent(true);
        button = Buttons.of(id, DisplayText.EMPTY, go);
        button.getStyleClass().add(Style.NAVIGATION_ITEM);
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        line.maxWidthProperty().bind(button.widthProperty().subtract(16));
        Labels.named(button, name);
    }

    Node node() {
        return button;
    }

    void note(DisplayText text) {
        Labels.set(note, text);
        Labels.named(button, text.isEmpty() ? name : DisplayText.of(name + ", " + text));
    }

    void current(boolean current) {
        button.pseudoClassStateChanged(CURRENT, current);
    }
}
