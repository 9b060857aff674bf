package org.spoolscope.ui.log;

/// Which rows are selected: those from an anchor to a lead, by position. Positions stay with their
/// lines, so that a selection does, however many come and go.
final class LineSelection {
    private static final long NONE = -1;

    private long anchor = NONE;
    private long lead = NONE;

    boolean isEmpty() {
        return lead == NONE;
    }

    /// Where the keyboard is; -1 when nothing is selected.
    long lead() {
        return lead;
    }

    long first() {
        return Math.min(anchor, lead);
    }

    /// The last one, included.
    long last() {
        return Math.max(anchor, lead);
    }

    long count() {
        return isEmpty() ? 0 : last() - first() + 1;
    }

    boolean holds(long position) {
        return !isEmpty() && position >= first() && position <= last();
    }

    /// @param extend keeps the anchor
    void select(long position, boolean extend) {
        if (!extend || isEmpty()) {
            anchor = position;
        }
        lead = position;
    }

    void clear() {
        anchor = NONE;
        lead = NONE;
    }

    /// Lets go of rows that are no longer there.
    void keepFrom(long position) {
        if (!isEmpty() && last() < position) {
            clear();
        } else if (!isEmpty()) {
            anchor = Math.max(anchor, position);
            lead = Math.max(lead, position);
        }
    }
}
