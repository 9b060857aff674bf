package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.QueueShape;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// How many recipients of which domain have waited how long, as qshape(1) shows it; the more, the
/// stronger the tint. A cell that is pressed narrows the list to it.
final class ShapeTable extends VBox {
    private static final int MAX_LINES = 10;
    private static final double LINE_HEIGHT = 25;

    private final QueueViewModel model;
    private final GridPane grid = new GridPane();
    private final List<List<ShapeButton>> lines = new ArrayList<>();
    private final Label more = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);
    private final Label empty = Labels.of(Words.get("queue.shape.empty"), Style.SMALL, Style.MUTED);
    private int room = 6;

    ShapeTable(QueueViewModel model) {
        this.model = model;
        setId("shape");
        getStyleClass().add(Style.GAP_4);
        grid.getStyleClass().add(QueueStyle.SHAPE);
        ColumnConstraints domains = new ColumnConstraints();
        domains.setHgrow(Priority.ALWAYS);
        domains.setMinWidth(64);
        domains.setPrefWidth(80);
        grid.getColumnConstraints().add(domains);
        for (int column = 0; column < ShapeCell.SHOWN; column++) {
            ColumnConstraints figures = new ColumnConstraints(30);
            figures.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(figures);
            grid.add(Labels.of(ShapeCell.heading(column), Style.SMALL, Style.MUTED), column + 1, 0);
        }
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        getChildren()
                .addAll(
                        Boxes.row(
                                Style.GAP_8,
                                Labels.of(Words.get("queue.shape.title"), Style.STRONG),
                                Labels.of(Words.get("queue.shape.minutes"), Style.SUBTLE)),
                        grid,
                        empty,
                        more);
    }

    /// Shows as many lines as fit into `height` pixels.
    void fit(double height) {
        int next = (int) Math.clamp((height - 70) / LINE_HEIGHT, 3, MAX_LINES);
        if (next != room) {
            room = next;
            show(model.answer().get());
        }
    }

    void show(QueueAnswer answer) {
        List<QueueShape.Row> rows = answer.shape().rows();
        int shown = Math.min(rows.size(), room);
        int largest = 1;
        for (QueueShape.Row row : rows.subList(0, shown)) {
            for (int column = 0; column < ShapeCell.SHOWN; column++) {
                largest = Math.max(largest, ShapeCell.count(row, column));
            }
        }
        while (lines.size() < shown) {
            addLine();
        }
        for (int i = 0; i < lines.size(); i++) {
            boolean used = i < shown;
            lines.get(i).forEach(button -> Boxes.show(button, used));
            if (used) {
                show(lines.get(i), rows.get(i), answer.query().cell(), largest);
            }
        }
        Boxes.show(grid, shown > 0);
        Boxes.show(empty, shown == 0);
        Boxes.show(more, rows.size() > shown);
        Labels.set(more, Words.get("queue.shape.more", Figures.count(rows.size() - shown)));
    }

    private void show(
            List<ShapeButton> line, QueueShape.Row row, @Nullable ShapeCell chosen, int largest) {
        ShapeCell whole = ShapeCell.line(row.domain());
        line.getFirst().showDomain(whole, row.recipients(), whole.equals(chosen));
        for (int column = 0; column < ShapeCell.SHOWN; column++) {
            ShapeCell cell = ShapeCell.of(row.domain(), column);
            line.get(column + 1)
                    .showCount(cell, ShapeCell.count(row, column), largest, cell.equals(chosen));
        }
    }

    private void addLine() {
        int place = lines.size();
        List<ShapeButton> line = new ArrayList<>();
        for (int column = 0; column <= ShapeCell.SHOWN; column++) {
            ShapeButton button = new ShapeButton(place, column, this::choose);
            button.setFocusTraversable(place == 0 && column == 0);
            line.add(button);
            grid.add(button, column, place + 1);
        }
        lines.add(line);
    }

    private void choose(ShapeCell cell) {
        model.ask(query -> query.at(cell.equals(query.cell()) ? null : cell));
    }

    /// The table is one stop of the Tab key; inside it the arrow keys move the focus.
    private void walk(KeyEvent event) {
        if (!(event.getTarget() instanceof ShapeButton from)) {
            return;
        }
        int down = 0;
        int right = 0;
        switch (event.getCode()) {
            case UP -> down = -1;
            case DOWN -> down = 1;
            case LEFT -> right = -1;
            case RIGHT -> right = 1;
            default -> {
                return;
            }
        }
        event.consume();
        int line = from.line() + down;
        int column = from.column() + right;
        if (line >= 0 && line < lines.size() && column >= 0 && column <= ShapeCell.SHOWN) {
            Node to = lines.get(line).get(column);
            if (to.isVisible()) {
                to.requestFocus();
            }
        }
    }
}
