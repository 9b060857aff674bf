package org.spoolscope.ui.queue;

import java.util.BitSet;

/// Where the rows of one listing stand in the next: what lets a selection and a scroll position
/// survive it.
public final class RowMapping {
    private static final int GONE = -1;

    private final int[] newIndex;

    private RowMapping(int[] newIndex) {
        this.newIndex = newIndex;
    }

    /// Finds all rows by their keys; for a background thread.
    public static RowMapping between(QueueRows before, QueueRows after) {
        return new RowMapping(before.placesIn(after));
    }

    /// The same rows in their new places; rows that are gone are left out.
    public BitSet apply(BitSet rows) {
        BitSet moved = new BitSet();
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            int to = of(i);
            if (to >= 0) {
                moved.set(to);
            }
        }
        return moved;
    }

    /// The new place of a row, or -1 when it is gone.
    public int of(int row) {
        return row >= 0 && row < newIndex.length ? newIndex[row] : GONE;
    }

    /// The new place of a row or, when it is gone, of the next one that is still there; -1 when
    /// none is.
    public int ofOrAfter(int row) {
        for (int i = Math.max(0, row); i < newIndex.length; i++) {
            if (newIndex[i] >= 0) {
                return newIndex[i];
            }
        }
        return GONE;
    }
}
