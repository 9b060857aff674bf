package org.spoolscope.ui.queue;

import java.util.BitSet;
import java.util.function.IntFunction;
import javafx.collections.ObservableListBase;

/// The selected rows as a list, made from the set of their places on demand: 100,000 selected rows
/// cost 100,000 bits.
///
/// @param <E> what stands for a row: its index, its item, its table position
final class SelectedRows<E> extends ObservableListBase<E> {
    private final IntFunction<E> element;
    private BitSet rows = new BitSet();
    private int size;
    private int lastRank = -1;
    private int lastRow = -1;

    SelectedRows(IntFunction<E> element) {
        this.element = element;
    }

    /// Other rows are selected. The set is read later and must not change.
    void show(BitSet next) {
        var before = new SelectedRows<>(element);
        before.take(rows);
        take(next);
        fireChange(new Exchange<>(this, before));
    }

    /// The same rows are selected, in other places: not told as an addition, which would move the
    /// table's anchor.
    void move(BitSet next) {
        beginChange();
        take(next);
        if (size > 0) {
            nextUpdate(0);
        }
        endChange();
    }

    private void take(BitSet next) {
        rows = next;
        size = next.cardinality();
        lastRank = -1;
        lastRow = -1;
    }

    @Override
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        if (index < lastRank) {
            lastRank = -1;
            lastRow = -1;
        }
        while (lastRank < index) {
            lastRow = rows.nextSetBit(lastRow + 1);
            lastRank++;
        }
        return element.apply(lastRow);
    }

    @Override
    public int size() {
        return size;
    }
}
