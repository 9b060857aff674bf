package org.spoolscope.ui.action;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;

/// Makes the whole console read-only, and says whether it is. Where its button is shown, the keys
/// do the same.
public final class ReadOnlySwitch {
    private static final KeyCombination KEYS =
            new KeyCodeCombination(
                    KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final ToggleButton button = Buttons.toggle("read-only-switch", DisplayText.EMPTY);

    public ReadOnlySwitch(ActionGate gate) {
        button.setOnAction(_ -> gate.readOnly(button.isSelected()));
        button.setDisable(gate.desk().isEmpty());
        Labels.hint(
                button, gate.desk().isEmpty() ? gate.absence() : Words.get("shell.read-only.hint"));
        button.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.getAccelerators().put(KEYS, button::fire);
                    }
                });
        gate.readOnly().subscribe(this::show);
    }

    public ToggleButton button() {
        return button;
    }

    private void show(boolean readOnly) {
        button.setSelected(readOnly);
        Labels.set(button, Words.get(readOnly ? "shell.read-only" : "shell.acting"));
    }
}
