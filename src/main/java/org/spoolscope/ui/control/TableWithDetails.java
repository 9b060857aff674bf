package org.spoolscope.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// A table with a line below it and, over its right edge, everything about the selected row, when
/// the person wants it.
///
/// @param <R> a row
public final class TableWithDetails<R> extends StackPane {
    private static final double DETAILS_WIDTH = 440;

    private final DetailsTable<R> table;
    private final Details<R> details;
    private final Region pane;

    /// Everything about one row.
    ///
    /// @param <R> a row
    public interface Details<R> {
        /// The row that is shown, or null.
        @Nullable R row();

        void show(R row);

        /// What its own button does.
        void onClose(Runnable action);
    }

    /// @param left of the line below the table
    /// @param right of it
    public <D extends Region & Details<R>> TableWithDetails(
            DetailsTable<R> table, Node left, Node right, D details) {
        this.table = table;
        this.details = details;
        this.pane = details;
        HBox foot = Boxes.row(Style.GAP_14, left, Boxes.space(), right);
        foot.getStyleClass().add(QueueStyle.TABLE_FOOT);
        VBox panel = new VBox(table, foot);
        panel.getStyleClass().add(Style.PANEL);
        VBox.setVgrow(table, Priority.ALWAYS);
        pane.setMaxWidth(USE_PREF_SIZE);
        pane.setPrefWidth(DETAILS_WIDTH);
        pane.setVisible(false);
        StackPane.setAlignment(pane, Pos.CENTER_RIGHT);
        getChildren().addAll(panel, pane);
        setMinHeight(0);
        VBox.setVgrow(this, Priority.ALWAYS);
        table.onOpen(this::open);
        details.onClose(this::close);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> follow(row));
    }

    /// Shows newer rows, and of the row whose details are open the newer ones.
    public void show(List<R> rows) {
        table.show(rows);
        R open = details.row();
        if (pane.isVisible() && open != null) {
            rows.stream()
                    .filter(row -> table.isSame(row, open))
                    .findFirst()
                    .ifPresent(details::show);
        }
    }

    /// Has the Escape key close the details anywhere on a page.
    public void closeWithEscape(Node page) {
        page.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && pane.isVisible()) {
                        close();
                        event.consume();
                    }
                });
    }

    private void open() {
        R row = table.selected();
        if (row != null) {
            details.show(row);
            pane.setVisible(true);
        }
    }

    private void follow(@Nullable R row) {
        if (row != null && pane.isVisible() && !table.isExchanging()) {
            details.show(row);
        }
    }

    private void close() {
        pane.setVisible(false);
        table.requestFocus();
    }
}
