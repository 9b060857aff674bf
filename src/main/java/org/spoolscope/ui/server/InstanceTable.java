package org.spoolscope.ui.server;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The counts of several instances, one per row.
final class InstanceTable extends GridPane {
    private final List<List<Label>> rows = new ArrayList<>();

    InstanceTable(DisplayText heading) {
        setId("server-instances");
        getStyleClass().addAll(Style.CARD, Style.INSTANCES);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
        add(Labels.of(heading, Style.STRONG), 0, 0);
        int column = 1;
        for (DisplayText title : InstanceRow.headings()) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            figures.setMinWidth(USE_PREF_SIZE);
            getColumnConstraints().add(figures);
            add(Labels.of(title, Style.SMALL, Style.SUBTLE), column++, 0);
        }
    }

    void show(List<InstanceRow> instances) {
        while (rows.size() < instances.size()) {
            rows.add(newRow());
        }
        for (int i = 0; i < rows.size(); i++) {
            List<Label> labels = rows.get(i);
            boolean shown = i < instances.size();
            labels.forEach(label -> Boxes.show(label, shown));
            if (shown) {
                InstanceRow row = instances.get(i);
                Labels.set(labels.getFirst(), row.name());
                for (int cell = 0; cell < row.cells().size(); cell++) {
                    Labels.set(labels.get(cell + 1), row.cells().get(cell));
                }
            }
        }
        Boxes.show(this, !instances.isEmpty());
    }

    private List<Label> newRow() {
        List<Label> labels = new ArrayList<>();
        for (int column = 0; column < getColumnConstraints().size(); column++) {
            Label label = Labels.of(DisplayText.EMPTY);
            labels.add(label);
            add(label, column, rows.size() + 1);
        }
        return labels;
    }
}
