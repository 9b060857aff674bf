package org.spoolscope.postfix.summary;

import java.util.Arrays;

/// What the lines of a part of a log say of messages, noted while they are parsed, to be put
/// together in the log's order later.
final class MessageNotes {
    /// Longs of one note: the id's hash, what happened with a size, the sender's hash, where the
    /// sender stands.
    static final int WIDTH = 4;

    private static final int KIND_SHIFT = 60;
    private static final long SIZE_MASK = (1L << KIND_SHIFT) - 1;

    private long[] notes = new long[WIDTH * 1024];
    private int length;

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

    void add(Kind kind, long id, long size, long sender, int from, int to) {
        if (length == notes.length) {
            notes = Arrays.copyOf(notes, length * 2);
        }
        notes[length] = id;
        notes[length + 1] = (long) kind.ordinal() << KIND_SHIFT | size & SIZE_MASK;
        notes[length + 2] = sender;
        notes[length + 3] = (long) from << Integer.SIZE | to;
        length += WIDTH;
    }

    void clear() {
        length = 0;
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

    long sender(int at) {
        return notes[at + 2];
    }

    int senderFrom(int at) {
        return (int) (notes[at + 3] >>> Integer.SIZE);
    }

    int senderTo(int at) {
        return (int) notes[at + 3];
    }
}
