package org.spoolscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import org.spoolscope.ui.chart.ChartView;
import org.spoolscope.ui.control.Figure;
import org.spoolscope.ui.control.KeyValue;

/// A text that a page shows to the eye, and where: a label's own place, `key` of a pair, `id: row,
/// column` of a table, `id: series` of a chart.
public record ShownFigure(String place, String text) {
    private static final Set<String> WORDS = words();

    /// All that stands in `page`, but for what is always the same: headings, buttons, names of
    /// columns. JavaFX thread.
    public static List<ShownFigure> in(Node page) {
        List<ShownFigure> all = new ArrayList<>();
        collect(page, "", all);
        return List.copyOf(all);
    }

    private static void collect(Node node, String around, List<ShownFigure> all) {
        if (!node.isVisible()) {
            return;
        }
        String place = node.getId() == null ? around : node.getId();
        switch (node) {
            case KeyValue pair -> {
                List<String> texts = texts(pair);
                all.add(new ShownFigure(around + ": " + texts.getFirst(), texts.getLast()));
            }
            case Figure figure -> {
                List<String> texts = texts(figure);
                all.add(new ShownFigure(around + ": " + texts.get(1), texts.getFirst()));
                all.add(new ShownFigure(around + ": change", texts.getLast()));
            }
            case ChartView chart -> {
                List<String> texts = texts(chart);
                for (int i = 2; i + 1 < texts.size(); i += 2) {
                    all.add(new ShownFigure(place + ": " + texts.get(i), texts.get(i + 1)));
                }
            }
            case GridPane table when node.getId() != null -> table(table, all);
            case Labeled label -> {
                if (!WORDS.contains(label.getText())) {
                    all.add(new ShownFigure(place, label.getText()));
                }
            }
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> collect(child, place, all));
            default -> {}
        }
    }

    /// Names of rows in the first column, names of columns in the first row.
    private static void table(GridPane table, List<ShownFigure> all) {
        for (Node cell : table.getChildren()) {
            int row = GridPane.getRowIndex(cell);
            int column = GridPane.getColumnIndex(cell);
            if (row > 0 && column > 0 && cell.isVisible()) {
                String place = text(table, row, 0) + ", " + text(table, 0, column);
                all.add(new ShownFigure(table.getId() + ": " + place, text(table, row, column)));
            }
        }
    }

    private static String text(GridPane table, int row, int column) {
        return table.getChildren().stream()
                .filter(cell ->
                        GridPane.getRowIndex(cell) == row
                                && GridPane.getColumnIndex(cell) == column)
                .map(cell -> ((Labeled) cell).getText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Parent of) {
        List<String> texts = new ArrayList<>();
        for (Node child : of.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof Labeled label) {
                texts.add(label.getText());
            } else if (child instanceof Parent parent) {
                texts.addAll(texts(parent));
            }
        }
        return texts;
    }

    private static Set<String> words() {
        ResourceBundle words = ResourceBundle.getBundle("org.spoolscope.words");
        return words.keySet().stream().map(words::getString).collect(Collectors.toSet());
    }
}
