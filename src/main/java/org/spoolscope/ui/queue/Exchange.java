package org.spoolscope.ui.queue;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Tells that a list was exchanged as a whole. JavaFX's own change takes the elements that are gone
/// one by one, and each of them is made when it is asked for: a million would take seconds.
final class Exchange<E> extends ListChangeListener.Change<E> {
    private final List<E> before;
    private boolean told;

    /// @param before what the list was; must not change any more
    Exchange(ObservableList<E> list, List<E> before) {
        super(list);
        this.before = before;
    }

    @Override
    public boolean next() {
        boolean first = !told;
        told = true;
        return first;
    }

    @Override
    public void reset() {
        told = false;
    }

    @Override
    public int getFrom() {
        return 0;
    }

    @Override
    public int getTo() {
        return getList().size();
    }

    @Override
    public List<E> getRemoved() {
        return before;
    }

    @Override
    protected int[] getPermutation() {
        return new int[0];
    }
}
