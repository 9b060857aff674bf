package org.spoolscope.ui.control;

import javafx.scene.control.Label;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Style;

/// One or two words in a rounded frame.
public final class Pill extends Label {
    public Pill(DisplayText text, Tone tone) {
        super(text.toString());
        getStyleClass().addAll(Style.PILL, Style.SMALL);
        setMinWidth(USE_PREF_SIZE);
        tone.apply(this);
    }

    public void show(DisplayText text, Tone tone) {
        Labels.set(this, text);
        tone.apply(this);
    }
}
