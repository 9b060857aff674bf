package org.spoolscope.postfix.figures;

import java.util.Arrays;

/// Counts of a few kinds over the last hour, in slots of five minutes.
final class HourCounts {
    static final int SLOT = 300;
    private static final int SLOTS = 12;

    private final int kinds;
    private final int[] counts;
    private long slot = Long.MIN_VALUE;

    HourCounts(int kinds) {
        this.kinds = kinds;
        counts = new int[SLOTS * kinds];
    }

    void add(int kind, long second) {
        long of = Math.floorDiv(second, SLOT);
        advance(of);
        if (slot - of < SLOTS) {
            counts[at(of) + kind]++;
        }
    }

    /// Of the slots that the hour before `second` touches.
    long sum(int kind, long second) {
        advance(Math.floorDiv(second, SLOT));
        long sum = 0;
        for (int at = kind; at < counts.length; at += kinds) {
            sum += counts[at];
        }
        return sum;
    }

    /// Of all kinds, in the slot that `second` is in.
    long latest(long second) {
        advance(Math.floorDiv(second, SLOT));
        long sum = 0;
        for (int kind = 0; kind < kinds; kind++) {
            sum += counts[at(slot) + kind];
        }
        return sum;
    }

    /// Takes over what another counted.
    void add(HourCounts other, long second) {
        advance(Math.floorDiv(second, SLOT));
        other.advance(Math.floorDiv(second, SLOT));
        for (int at = 0; at < counts.length; at++) {
            counts[at] += other.counts[at];
        }
    }

    private void advance(long to) {
        if (to <= slot) {
            return;
        }
        if (slot == Long.MIN_VALUE || to - slot >= SLOTS) {
            Arrays.fill(counts, 0);
        } else {
            for (long s = slot + 1; s <= to; s++) {
                Arrays.fill(counts, at(s), at(s) + kinds, 0);
            }
        }
        slot = to;
    }

    private int at(long of) {
        return Math.floorMod(of, SLOTS) * kinds;
    }
}
