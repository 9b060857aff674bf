package org.spoolscope.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.spoolscope.model.Sentence;
import org.spoolscope.ui.theme.Style;

/// Where nothing is to be shown: why, what to do, and the buttons that do it.
public final class EmptyState extends VBox {
    public EmptyState(Sentence sentence, Node... actions) {
        getStyleClass().add(Style.EMPTY_STATE);
        setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        centred(Labels.wrapped(sentence.headline(), Style.STRONG)),
                        centred(Labels.wrapped(sentence.advice(), Style.MUTED)));
        getChildren().addAll(actions);
    }

    private static Label centred(Label label) {
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
