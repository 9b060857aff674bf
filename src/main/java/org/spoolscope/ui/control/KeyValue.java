package org.spoolscope.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Style;

/// A small key over its value. Read to those who don't see as "key: value".
public final class KeyValue extends VBox {
    private final Label key = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);
    private final Label value = Labels.of(DisplayText.EMPTY);
    private DisplayText name = DisplayText.EMPTY;

    public KeyValue(DisplayText key) {
        getStyleClass().add(Style.KEY);
        getChildren().addAll(this.key, value);
        name(key);
        setMinWidth(0);
    }

    /// Changes the value.
    ///
    /// @param tone [Tone#BAD] for a value that someone must act on
    public void show(DisplayText text, Tone tone) {
        Labels.set(value, text);
        tone.apply(this);
        Labels.named(this, DisplayText.join(": ", List.of(name, text)));
    }

    /// Also changes the key.
    public void show(DisplayText newKey, DisplayText text, Tone tone) {
        name(newKey);
        show(text, tone);
    }

    private void name(DisplayText newName) {
        name = newName;
        Labels.set(key, newName);
    }
}
