package org.spoolscope.ui.server;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// A few rows of figures under headings.
final class FigureTable extends GridPane {
    /// @param definition what the figures are, for a pointer that rests on the heading; may be
    ///   empty
    record Column(DisplayText title, DisplayText definition) {}

    private final List<List<Label>> rows = new ArrayList<>();

    FigureTable(String id, DisplayText heading, List<Column> columns) {
        setId(id);
        getStyleClass().add(Style.INSTANCES);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
        add(Labels.of(heading, Style.STRONG), 0, 0);
        int column = 1;
        for (Column title : columns) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            figures.setMinWidth(USE_PREF_SIZE);
            getColumnConstraints().add(figures);
            add(heading(title), column++, 0);
        }
    }

    void show(List<FigureRow> shownRows) {
        while (rows.size() < shownRows.size()) {
            rows.add(newRow());
        }
        for (int i = 0; i < rows.size(); i++) {
            List<Label> labels = rows.get(i);
            boolean shown = i < shownRows.size();
            labels.forEach(label -> Boxes.show(label, shown));
            if (shown) {
                FigureRow row = shownRows.get(i);
                Labels.set(labels.getFirst(), row.name());
                for (int cell = 0; cell < row.cells().size(); cell++) {
                    Labels.set(labels.get(cell + 1), row.cells().get(cell));
                }
            }
        }
        Boxes.show(this, !shownRows.isEmpty());
    }

    private static Label heading(Column column) {
        Label label = Labels.of(column.title(), Style.SMALL, Style.SUBTLE);
        if (!column.definition().isEmpty()) {
            Labels.hint(label, column.definition());
            Labels.named(
                    label, Words.get("destination.heading", column.title(), column.definition()));
        }
        return label;
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
