package org.spoolscope.ui.queue;

import java.util.BitSet;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Whole-row selection as a set of bits. JavaFX's own keeps an object per selected row and loses
/// the selection when the items are exchanged; this one is moved along with the rows.
@SuppressWarnings("rawtypes") // TableViewSelectionModel.getSelectedCells is declared raw
public final class RowSelection extends TableView.TableViewSelectionModel<QueueRow> {
    /// JavaFX looks at each cell that is told as selected, and has its row made for that.
    private static final int MOST_TOLD = 1_000;

    private final RowList items;
    private final SelectedRows<Integer> indices = new SelectedRows<>(i -> i);
    private final SelectedRows<QueueRow> selected;
    private final SelectedRows<TablePosition> cells;
    private BitSet rows = new BitSet();

    public RowSelection(TableView<QueueRow> table, RowList items) {
        super(table);
        this.items = items;
        this.selected = new SelectedRows<>(items::get);
        this.cells = new SelectedRows<>(row -> new TablePosition<>(table, row, null));
        setSelectionMode(SelectionMode.MULTIPLE);
    }

    /// Shows the next listing's rows and keeps selected what was, and the focus on its row.
    public void move(RowMapping mapping, QueueRows next) {
        int lead = mapping.of(getSelectedIndex());
        int focus = mapping.ofOrAfter(getFocusedIndex());
        rows = mapping.apply(rows);
        BitSet none = new BitSet();
        indices.move(none);
        selected.move(none);
        cells.move(none);
        items.show(next);
        if (lead < 0) {
            lead = rows.nextSetBit(0);
        }
        setSelectedIndex(lead);
        setSelectedItem(at(lead));
        indices.move(rows);
        selected.move(rows);
        cells.move(rows);
        if (focus >= 0) {
            focus(focus);
        }
    }

    /// The places of the selected rows; a set that is never changed.
    BitSet rows() {
        return rows;
    }

    private void change(int lead, Consumer<BitSet> change) {
        BitSet next = (BitSet) rows.clone();
        change.accept(next);
        if (!next.equals(rows)) {
            rows = next;
            indices.show(next);
            selected.show(next);
            if (next.cardinality() > MOST_TOLD) {
                cells.move(next);
            } else {
                cells.show(next);
            }
        }
        int index = lead >= 0 && next.get(lead) ? lead : next.previousSetBit(next.length());
        setSelectedIndex(index);
        setSelectedItem(at(index));
        if (lead >= 0) {
            focus(lead);
        }
    }

    private @Nullable QueueRow at(int row) {
        return isRow(row) ? items.get(row) : null;
    }

    private boolean isRow(int row) {
        return row >= 0 && row < items.size();
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<QueueRow> getSelectedItems() {
        return selected;
    }

    @Override
    public ObservableList<TablePosition> getSelectedCells() {
        return cells;
    }

    @Override
    public void clearAndSelect(int row) {
        if (isRow(row)) {
            change(
                    row,
                    set -> {
                        set.clear();
                        set.set(row);
                    });
        }
    }

    @Override
    public void select(int row) {
        if (isRow(row)) {
            change(row, set -> set.set(row));
        }
    }

    @Override
    public void select(@Nullable QueueRow item) {
        select(item == null ? -1 : items.indexOf(item));
    }

    @Override
    public void selectIndices(int row, int... more) {
        change(
                more.length == 0 ? row : more[more.length - 1],
                set -> {
                    set.set(row);
                    for (int one : more) {
                        set.set(one);
                    }
                });
    }

    /// From `start` (included) to `end` (excluded); `end` may be the smaller one.
    @Override
    public void selectRange(int start, int end) {
        int low = Math.max(0, Math.min(start, end + 1));
        int high = Math.min(items.size(), Math.max(start + 1, end));
        int lead = start <= end ? high - 1 : low;
        if (start != end && low < high) {
            change(lead, set -> set.set(start <= end ? start : low, high));
        }
    }

    @Override
    public void selectRange(
            int row,
            @Nullable TableColumnBase<QueueRow, ?> column,
            int lastRow,
            @Nullable TableColumnBase<QueueRow, ?> lastColumn) {
        selectRange(row, lastRow >= row ? lastRow + 1 : lastRow - 1);
    }

    @Override
    public void selectAll() {
        change(-1, set -> set.set(0, items.size()));
    }

    @Override
    public void selectFirst() {
        select(0);
    }

    @Override
    public void selectLast() {
        select(items.size() - 1);
    }

    @Override
    public void selectPrevious() {
        select(getFocusedIndex() < 0 ? items.size() - 1 : getFocusedIndex() - 1);
    }

    @Override
    public void selectNext() {
        select(getFocusedIndex() + 1);
    }

    @Override
    public void clearSelection(int row) {
        change(-1, set -> set.clear(row));
    }

    @Override
    public void clearSelection() {
        change(-1, BitSet::clear);
    }

    @Override
    public boolean isSelected(int row) {
        return row >= 0 && rows.get(row);
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public boolean isSelected(int row, @Nullable TableColumn<QueueRow, ?> column) {
        return isSelected(row);
    }

    @Override
    public void select(int row, @Nullable TableColumn<QueueRow, ?> column) {
        select(row);
    }

    @Override
    public void clearAndSelect(int row, @Nullable TableColumn<QueueRow, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearSelection(int row, @Nullable TableColumn<QueueRow, ?> column) {
        clearSelection(row);
    }

    @Override
    public void selectLeftCell() {}

    @Override
    public void selectRightCell() {}

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }
}
