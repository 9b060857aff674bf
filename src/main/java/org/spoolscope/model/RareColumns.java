package org.spoolscope.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What few messages of a [QueuePage] have, or only those of a server whose log is read: attempts,
/// and recipients whose addresses are not known. Changed by the page it belongs to only.
final class RareColumns {
    private final int[] unknown;
    private final int[] tries;
    private final long[] lastTries;
    private final int[] relays;

    /// Nothing of each of so many messages.
    RareColumns(int room) {
        this(new int[room], new int[room], new long[room], new int[room]);
        Arrays.fill(relays, TextCodes.NONE);
    }

    private RareColumns(int[] unknown, int[] tries, long[] lastTries, int[] relays) {
        this.unknown = unknown;
        this.tries = tries;
        this.lastTries = lastTries;
        this.relays = relays;
    }

    /// The same, with room for so many messages.
    RareColumns copy(int room) {
        return new RareColumns(
                Arrays.copyOf(unknown, room),
                Arrays.copyOf(tries, room),
                Arrays.copyOf(lastTries, room),
                Arrays.copyOf(relays, room));
    }

    int unknown(int row) {
        return unknown[row];
    }

    int tries(int row) {
        return tries[row];
    }

    /// See [TextCodes].
    int relay(int row) {
        return relays[row];
    }

    /// Null where no attempt is known of.
    @Nullable Instant lastTry(int row) {
        return tries[row] == 0 ? null : QueuePage.instant(lastTries[row]);
    }

    /// The same.
    @Nullable Tries tries(int row, @Nullable String[][] texts) {
        Instant last = lastTry(row);
        return last == null
                ? null
                : new Tries(tries[row], last, TextCodes.text(texts, relays[row]));
    }

    void set(int row, QueuedMessage message, TextCodes texts) {
        Tries its = message.tries();
        unknown[row] = message.recipientsUnknown();
        tries[row] = its == null ? 0 : its.count();
        lastTries[row] = its == null ? 0 : QueuePage.micros(its.last());
        relays[row] = its == null ? TextCodes.NONE : texts.hold(its.relay());
    }

    /// Takes a row of other columns.
    void copy(RareColumns other, int from, int row) {
        unknown[row] = other.unknown[from];
        tries[row] = other.tries[from];
        lastTries[row] = other.lastTries[from];
        relays[row] = other.relays[from];
    }

    void clear(int row) {
        unknown[row] = 0;
        tries[row] = 0;
        lastTries[row] = 0;
        relays[row] = TextCodes.NONE;
    }

    /// Moves the rows behind one over it.
    ///
    /// @param after how many there are
    void remove(int row, int after) {
        System.arraycopy(unknown, row + 1, unknown, row, after);
        System.arraycopy(tries, row + 1, tries, row, after);
        System.arraycopy(lastTries, row + 1, lastTries, row, after);
        System.arraycopy(relays, row + 1, relays, row, after);
    }
}
