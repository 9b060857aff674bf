package org.spoolscope.postfix.figures;

import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.MailRates.Percentiles;
import org.spoolscope.model.MailRates.StageDelays;

/// The stages' delays (`delays=a/b/c/d`) of the last hour, as a histogram per minute and stage.
/// Values are within 4 %: that takes 1.6 KB per histogram.
final class DelayRing {
    static final int STAGES = 4;

    private static final int MINUTES = 60;
    private static final int DIGITS = 1;
    private static final long LONGEST_MILLIS = 400_000_000;

    private final @Nullable IntCountsHistogram[] slots =
            new @Nullable IntCountsHistogram[(MINUTES + 1) * STAGES];
    private final long[] minutes = new long[MINUTES + 1];

    static IntCountsHistogram histogram() {
        return new IntCountsHistogram(1, LONGEST_MILLIS, DIGITS);
    }

    static void record(IntCountsHistogram histogram, long micros) {
        histogram.recordValue(Math.clamp(micros / 1000, 0, LONGEST_MILLIS));
    }

    static Percentiles percentiles(IntCountsHistogram histogram) {
        return histogram.getTotalCount() == 0
                ? Percentiles.NONE
                : new Percentiles(
                        middle(histogram, histogram.getValueAtPercentile(50)),
                        middle(histogram, histogram.getValueAtPercentile(95)),
                        middle(histogram, histogram.getMaxValue()));
    }

    /// Of the values that the histogram takes for one.
    private static long middle(IntCountsHistogram histogram, long value) {
        return histogram.medianEquivalentValue(value);
    }

    void add(int stage, long micros, long second) {
        long minute = Math.floorDiv(second, 60);
        int slot = Math.floorMod(minute, MINUTES + 1);
        if (minutes[slot] > minute) {
            return;
        }
        if (minutes[slot] < minute) {
            minutes[slot] = minute;
            for (int s = 0; s < STAGES; s++) {
                IntCountsHistogram old = slots[slot * STAGES + s];
                if (old != null) {
                    old.reset();
                }
            }
        }
        IntCountsHistogram histogram = slots[slot * STAGES + stage];
        if (histogram == null) {
            histogram = histogram();
            slots[slot * STAGES + stage] = histogram;
        }
        record(histogram, micros);
    }

    /// Of the minutes that the `span` seconds up to `second` touch.
    StageDelays over(int span, long second) {
        return new StageDelays(
                over(0, span, second),
                over(1, span, second),
                over(2, span, second),
                over(3, span, second));
    }

    private Percentiles over(int stage, int span, long second) {
        IntCountsHistogram sum = histogram();
        for (long minute = Math.floorDiv(second - span + 1, 60);
                minute <= Math.floorDiv(second, 60);
                minute++) {
            int slot = Math.floorMod(minute, MINUTES + 1);
            IntCountsHistogram part = slots[slot * STAGES + stage];
            if (part != null && minutes[slot] == minute) {
                sum.add(part);
            }
        }
        return percentiles(sum);
    }
}
