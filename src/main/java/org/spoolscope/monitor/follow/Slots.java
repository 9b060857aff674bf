package org.spoolscope.monitor.follow;

import java.util.BitSet;
import org.spoolscope.postfix.follow.LogRequest;

/// Which slots of the loop are free. The last one is kept for looking at files that are not read
/// on: without it, nothing could be found again.
final class Slots {
    private final BitSet taken = new BitSet();

    /// A slot to read a generation through, or 0 when there is none.
    int take() {
        return first(LogRequest.LAST_SLOT - 1);
    }

    boolean hasRoom() {
        return taken.nextClearBit(LogRequest.FIRST_SLOT) < LogRequest.LAST_SLOT;
    }

    /// A slot for a look. There always is one: looks are ended before the next.
    int takeForLook() {
        int slot = first(LogRequest.LAST_SLOT);
        if (slot == 0) {
            throw new IllegalStateException("a look was not ended");
        }
        return slot;
    }

    void free(int slot) {
        taken.clear(slot);
    }

    private int first(int last) {
        int slot = taken.nextClearBit(LogRequest.FIRST_SLOT);
        if (slot > last) {
            return 0;
        }
        taken.set(slot);
        return slot;
    }
}
