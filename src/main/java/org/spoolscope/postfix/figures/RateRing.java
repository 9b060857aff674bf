package org.spoolscope.postfix.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spoolscope.model.RateRow;

/// Counts by second over the last hour. A second that the log was not read for is not zero but
/// missing.
final class RateRing {
    static final int HOUR = 3600;

    /// An hour and what may come late, as a power of two.
    private static final int SECONDS = 4096;

    private final int[] counts = new int[SECONDS * Count.KINDS];
    private final boolean[] covered = new boolean[SECONDS];
    private long newest = LogTime.NONE;
    private long oldest = LogTime.NONE;
    private boolean gap;

    void add(Count count, long second) {
        advance(second);
        if (newest - second < HOUR) {
            counts[at(second) * Count.KINDS + count.ordinal()]++;
        }
    }

    /// The log is read up to there.
    void advance(long second) {
        if (second <= newest) {
            goBack(second);
            return;
        }
        oldest = newest == LogTime.NONE ? second : oldest;
        if (newest == LogTime.NONE || second - newest > SECONDS) {
            boolean isRead = newest != LogTime.NONE && !gap;
            Arrays.fill(counts, 0);
            Arrays.fill(covered, isRead);
        } else {
            for (long s = newest + 1; s <= second; s++) {
                int at = at(s);
                Arrays.fill(counts, at * Count.KINDS, (at + 1) * Count.KINDS, 0);
                covered[at] = !gap;
            }
        }
        covered[at(second)] = true;
        newest = second;
        gap = false;
    }

    /// A log that is read after another one may begin before it.
    private void goBack(long second) {
        long from = Math.max(second, newest - SECONDS + 1);
        for (long s = from; s < oldest; s++) {
            covered[at(s)] = true;
        }
        oldest = Math.min(oldest, from);
    }

    /// What was logged between the newest line and the next is lost.
    void gap() {
        gap = true;
    }

    /// How many of the last `span` seconds the log was read for.
    int covered(int span) {
        int seconds = 0;
        for (long s = newest - span + 1; s <= newest && newest != LogTime.NONE; s++) {
            seconds += covered[at(s)] ? 1 : 0;
        }
        return seconds;
    }

    long sum(Count count, int span) {
        long sum = 0;
        for (long s = newest - span + 1; s <= newest && newest != LogTime.NONE; s++) {
            sum += counts[at(s) * Count.KINDS + count.ordinal()];
        }
        return sum;
    }

    /// The last hour in steps that begin at multiples of `step` seconds, oldest first; steps that
    /// the log was not read for are left out.
    List<RateRow> rows(int step, LogTime time) {
        List<RateRow> rows = new ArrayList<>();
        if (newest == LogTime.NONE) {
            return rows;
        }
        long[] sums = new long[Count.KINDS];
        long shift = newest - time.instant(newest).getEpochSecond();
        long oldest = newest - HOUR + step - shift;
        for (long from = Math.floorDiv(oldest, step) * step + shift; from <= newest; from += step) {
            Arrays.fill(sums, 0);
            int seconds = 0;
            for (long s = from; s < from + step && s <= newest; s++) {
                seconds += covered[at(s)] ? 1 : 0;
                for (int kind = 0; kind < Count.KINDS; kind++) {
                    sums[kind] += counts[at(s) * Count.KINDS + kind];
                }
            }
            if (seconds > 0) {
                rows.add(
                        new RateRow(
                                time.instant(from),
                                seconds,
                                sums[Count.ARRIVED.ordinal()],
                                sums[Count.SENT.ordinal()],
                                sums[Count.DEFERRED.ordinal()],
                                sums[Count.BOUNCED.ordinal()],
                                sums[Count.REJECTED.ordinal()]));
            }
        }
        return rows;
    }

    private static int at(long second) {
        return (int) (second & SECONDS - 1);
    }
}
