package org.spoolscope.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Style;

/// A small key over its value. Read to those who don't see as "key: value".
public final class KeyValue extends VBox {
    private final Label key;
    private final Label value = Labels.of(DisplayText.EMPTY);

    public KeyValue(DisplayText key) {
        this.key = Labels.of(key, Style.SMALL, Style.SUBTLE);
        getStyleClass().add(Style.KEY);
        getChildren().addAll(this.key, value);
        setMinWidth(0);
    }

    /// Changes the value.
    ///
    /// @param tone [Tone#BAD] for a value that someone must act on
    public void show(DisplayText text, Tone tone) {
        Labels.set(value, text);
        tone.apply(this);
        setAccessibleText(key.getText() + ": " + text);
    }

    /// Also changes the key.
    public void show(DisplayText newKey, DisplayText text, Tone tone) {
        Labels.set(key, newKey);
        show(text, tone);
    }
}
