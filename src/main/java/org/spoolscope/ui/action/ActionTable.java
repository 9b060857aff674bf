package org.spoolscope.ui.action;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Columns;
import org.spoolscope.ui.control.DetailsTable;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The actions as a table, the newest first.
final class ActionTable extends DetailsTable<ActionRow> {
    private static final double LEAST_OUTCOME = 170;
    private static final double FRAME_AND_SCROLL_BAR = 20;

    private final TableColumn<ActionRow, ?> who;
    private final TableColumn<ActionRow, ?> reason;
    private final TableColumn<ActionRow, ?> outcome;

    /// @param undo takes the action with this name back
    ActionTable(Times times, Consumer<String> undo) {
        super(row -> row.record().id());
        setId("actions");
        getStyleClass().add(QueueStyle.MESSAGES);
        Labels.named(this, Words.get("action.page.table"));
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
