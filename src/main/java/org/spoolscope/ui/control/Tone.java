package org.spoolscope.ui.control;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// How well something is. Shown by shape and word besides colour, never by colour alone.
public enum Tone {
    OK,
    WARN,
    BAD,
    /// Not there: no link, paused.
    OFF,
    /// Says nothing about well or ill.
    NEUTRAL;

    private final String key = name().toLowerCase(Locale.ROOT);

    /// Makes this the one tone of `node`, as a pseudo-class for the rules.
    public void apply(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(tone.key), tone == this);
        }
    }

    /// In a word, for those who see no shape.
    public DisplayText word() {
        return Words.get("tone." + key);
    }
}
