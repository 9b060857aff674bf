package org.spoolscope.ui.settings;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// Names on the left, what they stand for on the right, line by line.
public final class Facts extends GridPane {
    private int lines;

    public Facts() {
        getStyleClass().addAll(DialogStyle.INSET, DialogStyle.FORM);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /// A line with text for its value.
    ///
    /// @param id of the value's label, for tests
    public Facts text(String id, DisplayText name, DisplayText value, String... styles) {
        Label label = Labels.wrapped(value, styles);
        label.setId(id);
        return node(name, label);
    }

    /// A line with any node for its value.
    public Facts node(DisplayText name, Node value) {
        Label label = Labels.of(name, Style.MUTED);
        GridPane.setValignment(label, VPos.TOP);
        addRow(lines++, label, value);
        return this;
    }
}
