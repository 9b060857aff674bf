package org.spoolscope.ui.control;

import javafx.scene.layout.Region;
import org.spoolscope.ui.theme.Style;

/// A mark of 8 px: a dot when all is well, a square for a warning, a diamond when someone must act,
/// a ring when there is no link.
public final class StatusShape extends Region {
    public StatusShape(Tone tone) {
        getStyleClass().add(Style.STATUS_SHAPE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        show(tone);
    }

    public void show(Tone tone) {
        tone.apply(this);
        Labels.named(this, tone.word());
    }
}
