package org.spoolscope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A table with details for each row, which the Enter key and a click open. Newer rows change
/// neither what is selected nor where the keyboard is.
///
/// @param <R> a row
public abstract class DetailsTable<R> extends TableView<R> {
    private static final double ROW_HEIGHT = 28;

    private final Function<R, ?> key;
    private Runnable open = () -> {};
    private boolean exchanging;

    /// @param key what makes a row the same one among newer rows
    protected DetailsTable(Function<R, ?> key) {
        this.key = key;
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        setRowFactory(_ -> row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Shows newer rows.
    public void show(List<R> rows) {
        R before = selected();
        exchanging = true;
        getItems().setAll(rows);
        if (before != null) {
            for (int i = 0; i < rows.size(); i++) {
                if (isSame(rows.get(i), before)) {
                    getSelectionModel().clearAndSelect(i);
                }
            }
        }
        exchanging = false;
    }

    @Nullable R selected() {
        return getSelectionModel().getSelectedItem();
    }

    boolean isSame(R row, R other) {
        return key.apply(row).equals(key.apply(other));
    }

    /// Whether rows are being exchanged, and a selection that changes is not the person's doing.
    boolean isExchanging() {
        return exchanging;
    }

    /// What opens the details of the selected row.
    void onOpen(Runnable action) {
        open = action;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && selected() != null) {
            open.run();
            event.consume();
        }
    }

    private TableRow<R> row() {
        TableRow<R> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                open.run();
            }
        });
        return row;
    }
}
