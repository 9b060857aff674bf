package org.spoolscope.ui.shell;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.AddressHiding;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.state.WindowState;

/// Hides the addresses of people, and says whether they are hidden; so they stay in the next run.
/// Where its button is shown, one key does the same.
public final class AddressSwitch {
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.F9);
    private static final String NAME = "addresses";
    private static final String HIDDEN = "hidden";

    private final ToggleButton button = Buttons.toggle("address-switch", DisplayText.EMPTY);
    private final WindowState state;

    /// Hides them at once, in the whole program, where they were hidden in the last run; or else
    /// shows them.
    public AddressSwitch(WindowState state) {
        this.state = state;
        button.setOnAction(_ -> hide(button.isSelected()));
        Labels.hint(button, Words.get("shell.addresses.hint"));
        button.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.getAccelerators().put(KEY, button::fire);
                    }
                });
        show(state.get(NAME).equals(HIDDEN));
    }

    /// Says whether they are hidden. The keyboard's way works while it is in a window.
    public ToggleButton button() {
        return button;
    }

    /// The same by name.
    public Command command() {
        boolean hidden = AddressHiding.hidden().get();
        return new Command(
                Words.get(hidden ? "command.show-addresses" : "command.hide-addresses"),
                DisplayText.of(KEY.getDisplayText()),
                () -> hide(!hidden));
    }

    private void hide(boolean hide) {
        state.put(NAME, hide ? HIDDEN : "");
        show(hide);
    }

    private void show(boolean hidden) {
        AddressHiding.hide(hidden);
        button.setSelected(hidden);
        Labels.set(button, Words.get(hidden ? "shell.addresses.hidden" : "shell.addresses.shown"));
    }
}
