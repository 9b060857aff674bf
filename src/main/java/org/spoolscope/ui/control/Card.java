package org.spoolscope.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.spoolscope.ui.theme.Style;

/// A framed column. In the tones [Tone#WARN] and [Tone#BAD] its left edge is coloured.
public final class Card extends VBox {
    public Card(Node... children) {
        super(children);
        getStyleClass().add(Style.CARD);
        show(Tone.NEUTRAL);
    }

    public void show(Tone tone) {
        tone.apply(this);
    }
}
