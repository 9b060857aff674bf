package org.spoolscope.ui.settings;

import java.util.List;
import javafx.scene.control.Button;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;

/// Buttons that put text on the clipboard and say that they did.
public final class CopyButton {
    private CopyButton() {}

    static Button of(String id, DisplayText label, DisplayText copied) {
        return of(id, label, List.of(copied));
    }

    /// A button that copies lines.
    ///
    /// @param lines copied one under the other
    public static Button of(String id, DisplayText label, List<DisplayText> lines) {
        Button button = Buttons.quiet(id, label, () -> {});
        button.setOnAction(_ -> {
            Clip.putLines(lines);
            Labels.set(button, Words.get("settings.copied"));
        });
        return Buttons.small(button);
    }
}
