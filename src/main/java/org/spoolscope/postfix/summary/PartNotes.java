package org.spoolscope.postfix.summary;

import java.util.Arrays;

/// What the lines of a part of a log say of messages, noted by a [PartCounter], to be put together
/// by [SummaryCounter#follow] in the log's order. Used again for other parts.
public final class PartNotes {
    static final long NO_TIME = Long.MIN_VALUE;

    /// Longs of one note: the id's hash, what happened with a size, an address's hash, where the
    /// address stands.
    static final int WIDTH = 4;

    private static final int KIND_SHIFT = 60;
    private static final long SIZE_MASK = (1L << KIND_SHIFT) - 1;

    private long[] notes = new long[WIDTH * 1024];
    private int length;
    private long first = NO_TIME;
    private long last = NO_TIME;

    /// Nothing noted yet.
    public PartNotes() {}

    enum Kind {
        RECEIVED,
        QUEUED,
        SENT,
        DEFERRED,
        REMOVED;

        private static final Kind[] ALL = values();
    }

    void add(Kind kind, long id) {
        add(kind, id, 0, 0, 0, 0);
    }

    void add(Kind kind, long id, long size, long address, int from, int to) {
        if (length == notes.length) {
            notes = Arrays.copyOf(notes, length * 2);
        }
        notes[length] = id;
        notes[length + 1] = (long) kind.ordinal() << KIND_SHIFT | size & SIZE_MASK;
        notes[length + 2] = address;
        notes[length + 3] = (long) from << Integer.SIZE | to;
        length += WIDTH;
    }

    /// Takes the time of a line of Postfix.
    void time(long micros) {
        first = first == NO_TIME ? micros : first;
        last = micros;
    }

    void clear() {
        length = 0;
        first = NO_TIME;
        last = NO_TIME;
    }

    /// Time of the first line of Postfix, or [#NO_TIME].
    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /// Notes are at multiples of [#WIDTH] below this.
    int length() {
        return length;
    }

    long id(int at) {
        return notes[at];
    }

    Kind kind(int at) {
        return Kind.ALL[(int) (notes[at + 1] >>> KIND_SHIFT)];
    }

    long size(int at) {
        return notes[at + 1] & SIZE_MASK;
    }

    /// Of the sender queued, of the recipient sent.
    long address(int at) {
        return notes[at + 2];
    }

    int addressFrom(int at) {
        return (int) (notes[at + 3] >>> Integer.SIZE);
    }

    int addressTo(int at) {
        return (int) notes[at + 3];
    }
}
