package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueName;
import org.spoolscope.ui.control.Columns;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The columns of the message table. Nothing is kept per row: a cell asks for its text when it is
/// scrolled into view.
final class MessageCells {
    private MessageCells() {}

    /// @param now what ages count up to
    static TableColumn<QueueRow, ?> column(QueueColumn kind, Supplier<Instant> now) {
        String id = "column-" + kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case STATE -> state(id, kind);
            case AGE, SIZE, NEXT, BOUNCE ->
                    Columns.figures(
                            id, kind.title(), kind.width(), row -> kind.text(row, now.get()));
            case ID ->
                    Columns.text(
                            id,
                            kind.title(),
                            kind.width(),
                            row -> kind.text(row, now.get()),
                            Style.MONO);
            case REASON, INSTANCE ->
                    Columns.text(
                            id,
                            kind.title(),
                            kind.width(),
                            row -> kind.text(row, now.get()),
                            Style.MUTED);
            case SERVER, SENDER, RECIPIENT, DOMAIN ->
                    Columns.text(id, kind.title(), kind.width(), row -> kind.text(row, now.get()));
        };
    }

    private static TableColumn<QueueRow, ?> state(String id, QueueColumn kind) {
        TableColumn<QueueRow, QueueName> column = Columns.of(id, kind.title(), kind.width());
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().message().queue()));
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    /// The queue in a word, behind a mark of its colour and shape.
    private static final class StateCell extends TableCell<QueueRow, QueueName> {
        private final Region mark = new Region();

        StateCell() {
            mark.getStyleClass().add(QueueStyle.QUEUE_MARK);
            mark.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            mark.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            setAlignment(Pos.CENTER_LEFT);
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable QueueName queue, boolean empty) {
            super.updateItem(queue, empty);
            boolean shown = !empty && queue != null;
            setGraphic(shown ? mark : null);
            Labels.set(
                    this,
                    queue == null || empty ? DisplayText.EMPTY : DisplayText.of(queue.label()));
            for (QueueName name : QueueName.values()) {
                mark.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(name.label()), shown && name == queue);
            }
        }
    }
}
