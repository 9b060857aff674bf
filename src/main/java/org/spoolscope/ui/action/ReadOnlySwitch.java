package org.spoolscope.ui.action;

import javafx.scene.control.ToggleButton;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;

/// Makes the whole console read-only, and says whether it is.
public final class ReadOnlySwitch {
    private final ToggleButton button = Buttons.toggle("read-only-switch", DisplayText.EMPTY);

    public ReadOnlySwitch(ActionGate gate) {
        button.setOnAction(_ -> gate.readOnly(button.isSelected()));
        button.setDisable(gate.desk().isEmpty());
        Labels.hint(
                button, gate.desk().isEmpty() ? gate.absence() : Words.get("shell.read-only.hint"));
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
