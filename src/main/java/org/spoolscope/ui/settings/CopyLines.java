package org.spoolscope.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// Commands, or lines of a file, one under the other, and a button that copies them all.
public final class CopyLines {
    private CopyLines() {}

    /// The lines with their button beside them.
    ///
    /// @param id of the first line's label; those after it are `ID-2`, `ID-3`…, and the button is
    ///   `ID-copy`
    /// @param lines at least one
    public static Node of(String id, List<DisplayText> lines) {
        VBox column = Boxes.column(Style.GAP_4);
        for (DisplayText each : lines) {
            Label line = Labels.wrapped(each, Style.MONO);
            int number = column.getChildren().size() + 1;
            line.setId(number == 1 ? id : id + "-" + number);
            line.setMaxWidth(Double.MAX_VALUE);
            line.setMinWidth(0);
            column.getChildren().add(line);
        }
        column.setMinWidth(0);
        DisplayText label = Words.get("settings.test.copy");
        Button copy = CopyButton.of(id + "-copy", label, lines);
        Labels.named(copy, Words.get("settings.copy.name", label, lines.getFirst()));
        return Boxes.row(Style.GAP_8, Boxes.grow(column), copy);
    }
}
