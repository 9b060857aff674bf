package org.spoolscope.ui.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// For a table that may have a million rows: scrolling it costs the same wherever it stands. The
/// rows have one height ([TableView#fixedCellSizeProperty]), and the columns fit into its width.
///
/// @param <R> what a row is of
public final class LongTableSkin<R> extends TableViewSkin<R> {
    public LongTableSkin(TableView<R> table) {
        super(table);
        // So that the keyboard goes on from where the mouse has been.
        flow().bar().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> table.requestFocus());
    }

    @Override
    protected VirtualFlow<TableRow<R>> createVirtualFlow() {
        return new RowFlow<>();
    }

    private RowFlow<R> flow() {
        return (RowFlow<R>) getVirtualFlow();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VERTICAL_SCROLLBAR
                ? flow().bar()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
