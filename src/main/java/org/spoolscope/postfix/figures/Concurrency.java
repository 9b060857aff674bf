package org.spoolscope.postfix.figures;

import java.util.Arrays;

/// The most connections to a destination that were busy at once in the last hour, estimated: an
/// attempt that ended at t and took c + d was busy from t - (c + d) on.
final class Concurrency {
    private static final int SECONDS = 64;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int SLOTS = 12;

    private final int[] busyMillis = new int[SECONDS];
    private final int[] most = new int[SLOTS];
    private long newest = Long.MIN_VALUE;
    private long slot = Long.MIN_VALUE;

    /// @param second in which the attempt ended
    /// @param fraction microseconds of that second
    /// @param micros how long it took
    void add(long second, long fraction, long micros) {
        advance(second);
        if (newest - second >= SECONDS) {
            return;
        }
        long end = fraction;
        long left = Math.min(micros, LONGEST_MICROS);
        for (long s = second; s > newest - SECONDS && left > 0; s--) {
            long part = Math.min(left, end);
            int at = Math.floorMod(s, SECONDS);
            busyMillis[at] += (int) (part / 1000);
            int slotAt = Math.floorMod(slot, SLOTS);
            most[slotAt] = Math.max(most[slotAt], busyMillis[at]);
            left -= part;
            end = 1_000_000;
        }
    }

    /// In the slots that the hour before `second` touches.
    int most(long second) {
        advance(second);
        int millis = 0;
        for (int slotMost : most) {
            millis = Math.max(millis, slotMost);
        }
        return (millis + 999) / 1000;
    }

    private void advance(long second) {
        if (second <= newest) {
            return;
        }
        if (newest == Long.MIN_VALUE || second - newest >= SECONDS) {
            Arrays.fill(busyMillis, 0);
        } else {
            for (long s = newest + 1; s <= second; s++) {
                busyMillis[Math.floorMod(s, SECONDS)] = 0;
            }
        }
        newest = second;
        long to = Math.floorDiv(second, HourCounts.SLOT);
        if (slot == Long.MIN_VALUE || to - slot >= SLOTS) {
            Arrays.fill(most, 0);
        } else {
            for (long s = slot + 1; s <= to; s++) {
                most[Math.floorMod(s, SLOTS)] = 0;
            }
        }
        slot = to;
    }
}
