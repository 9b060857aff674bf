package org.spoolscope.ui.queue;

import java.util.Arrays;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The table's items: an array that is exchanged as a whole, with one change event however many
/// rows it holds.
public final class RowList extends ObservableListBase<QueueRow> {
    private QueueRow[] rows = new QueueRow[0];

    /// Shows other rows. The array is taken over and must not be written to any more.
    public void show(QueueRow[] next) {
        List<QueueRow> removed = Arrays.asList(rows);
        beginChange();
        rows = next;
        nextReplace(0, next.length, removed);
        endChange();
    }

    QueueRow[] array() {
        return rows;
    }

    @Override
    public QueueRow get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }
}
