package org.spoolscope.ui.queue;

import javafx.collections.ObservableListBase;

/// The table's items, exchanged as a whole, with one change event however many rows there are.
public final class RowList extends ObservableListBase<QueueRow> {
    private QueueRows rows = QueueRows.NONE;

    /// Shows other rows.
    public void show(QueueRows next) {
        QueueRows before = rows;
        rows = next;
        fireChange(new Exchange<>(this, before));
    }

    /// The rows as they are now.
    QueueRows rows() {
        return rows;
    }

    @Override
    public QueueRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof QueueRow one ? rows.place(one.key()) : -1;
    }
}
