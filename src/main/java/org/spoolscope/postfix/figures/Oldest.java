package org.spoolscope.postfix.figures;

import java.util.Arrays;

/// Tells, among things that were last used at some time, a number of those used least recently.
/// Each is asked about once.
final class Oldest {
    private final long limit;
    private int atLimit;

    /// @param times of all; put in order
    /// @param wanted how many, at most as there are times, at least one
    Oldest(long[] times, int wanted) {
        Arrays.sort(times);
        limit = times[wanted - 1];
        for (int i = wanted - 1; i >= 0 && times[i] == limit; i--) {
            atLimit++;
        }
    }

    /// Whether one that was last used then is one of them.
    boolean takes(long time) {
        return time < limit || time == limit && atLimit-- > 0;
    }
}
