package org.spoolscope.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Style;

/// Buttons with words on them. Each has an id, for tests and style.
public final class Buttons {
    private Buttons() {}

    public static Button of(String id, DisplayText text, Runnable action) {
        Button button = new Button();
        Labels.set(button, text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one thing that is most likely wanted here.
    public static Button primary(String id, DisplayText text, Runnable action) {
        return styled(of(id, text, action), Style.BUTTON_PRIMARY);
    }

    /// Takes something away.
    public static Button danger(String id, DisplayText text, Runnable action) {
        return styled(of(id, text, action), Style.BUTTON_DANGER);
    }

    /// Without a frame until it is pointed at.
    public static Button quiet(String id, DisplayText text, Runnable action) {
        return styled(of(id, text, action), Style.BUTTON_QUIET);
    }

    /// 24 px high, for use inside cards and banners.
    public static Button small(Button button) {
        return styled(button, Style.BUTTON_SMALL);
    }

    /// Something that is on or off.
    public static ToggleButton toggle(String id, DisplayText text) {
        ToggleButton button = new ToggleButton();
        Labels.set(button, text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// One of several, of which one is always on.
    public static ToggleButton choice(String id, DisplayText text, ToggleGroup group) {
        ToggleButton button = toggle(id, text);
        button.setToggleGroup(group);
        return button;
    }

    private static Button styled(Button button, String style) {
        button.getStyleClass().add(style);
        return button;
    }
}
