package org.spoolscope.ui.action;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Columns;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The actions as a table, the newest first. Newer rows change neither what is selected nor where
/// the keyboard is.
final class ActionTable extends TableView<ActionRow> {
    private static final double ROW_HEIGHT = 28;
    private static final double LEAST_OUTCOME = 170;
    private static final double FRAME_AND_SCROLL_BAR = 20;

    private final TableColumn<ActionRow, ?> who;
    private final TableColumn<ActionRow, ?> reason;
    private final TableColumn<ActionRow, ?> outcome;
    private boolean exchanging;

    /// @param open shows the details of the selected row
    /// @param undo takes the action with this name back
    ActionTable(Times times, Runnable open, Consumer<String> undo) {
        setId("actions");
        getStyleClass().add(QueueStyle.MESSAGES);
        Labels.named(this, Words.get("action.page.table"));
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        who =
                Columns.text(
                        "action-who",
                        Words.get("action.page.who"),
                        76,
                        row -> text(row.record().user()),
                        Style.MUTED);
        reason =
                Columns.text(
                        "action-why",
                        Words.get("action.page.reason"),
                        170,
                        row -> text(row.record().reason()));
        outcome =
                Columns.text(
                        "action-outcome",
                        Words.get("action.page.outcome"),
                        250,
                        ActionRow::outcome);
        getColumns()
                .addAll(
                        List.of(
                                Columns.text(
                                        "action-when",
                                        Words.get("action.page.when"),
                                        158,
                                        row -> row.when(times),
                                        Style.MUTED),
                                Columns.text(
                                        "action-what",
                                        Words.get("action.page.what"),
                                        184,
                                        ActionRow::what),
                                Columns.text(
                                        "action-server",
                                        Words.get("action.page.server"),
                                        72,
                                        row -> text(row.record().server())),
                                who,
                                reason,
                                outcome,
                                Columns.text(
                                        "action-state",
                                        Words.get("action.page.state"),
                                        104,
                                        row -> row.state(times),
                                        Style.MUTED),
                                undoColumn(undo)));
        getColumns().forEach(column -> column.setSortable(false));
        widthProperty().addListener((_, _, _) -> fit());
        setRowFactory(_ -> row(open));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && selected() != null) {
                        open.run();
                        event.consume();
                    }
                });
    }

    @Nullable ActionRow selected() {
        return getSelectionModel().getSelectedItem();
    }

    /// Whether rows are being exchanged, and a selection that changes is not the person's doing.
    boolean isExchanging() {
        return exchanging;
    }

    void show(List<ActionRow> rows) {
        ActionRow before = selected();
        exchanging = true;
        getItems().setAll(rows);
        if (before != null) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).record().id().equals(before.record().id())) {
                    getSelectionModel().clearAndSelect(i);
                }
            }
        }
        exchanging = false;
    }

    /// In a narrow window who and why leave; the details have them.
    private void fit() {
        double room = getWidth() - FRAME_AND_SCROLL_BAR;
        double fixed = 0;
        for (TableColumn<ActionRow, ?> column : getColumns()) {
            boolean flexible = List.of(who, reason, outcome).contains(column);
            fixed += flexible ? 0 : column.getPrefWidth();
        }
        double left = room - fixed - LEAST_OUTCOME;
        reason.setVisible(left >= reason.getPrefWidth());
        left -= reason.isVisible() ? reason.getPrefWidth() : 0;
        who.setVisible(left >= who.getPrefWidth());
        left -= who.isVisible() ? who.getPrefWidth() : 0;
        outcome.setPrefWidth(LEAST_OUTCOME + Math.max(0, left));
    }

    private static TableColumn<ActionRow, ActionRow> undoColumn(Consumer<String> undo) {
        TableColumn<ActionRow, ActionRow> column =
                Columns.of("action-undo-column", Words.get("action.undo"), 66);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new UndoCell(undo));
        return column;
    }

    private static DisplayText text(String text) {
        return DisplayText.of(text);
    }

    private static TableRow<ActionRow> row(Runnable open) {
        TableRow<ActionRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                open.run();
            }
        });
        return row;
    }

    /// A button where the action can be taken back.
    private static final class UndoCell extends TableCell<ActionRow, ActionRow> {
        private final Button button;

        UndoCell(Consumer<String> undo) {
            button =
                    Buttons.small(
                            Buttons.of(
                                    "action-undo",
                                    Words.get("action.undo"),
                                    () ->
                                            undo.accept(
                                                    Objects.requireNonNull(getItem())
                                                            .record()
                                                            .id())));
            button.setMaxHeight(20);
            button.setMinHeight(20);
        }

        @Override
        protected void updateItem(@Nullable ActionRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean can = !empty && row != null && row.canBeUndone();
            if (can && row != null) {
                Labels.named(button, Words.get("action.page.undo.name", row.what()));
            }
            setGraphic(can ? button : null);
        }
    }
}
