package org.spoolscope.postfix.figures;

import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.MailRates.Percentiles;
import org.spoolscope.model.MailRates.StageDelays;

/// The stages' delays (`delays=a/b/c/d`) of some time, as a histogram per slot of it and stage.
/// Values are within 4 %: that takes 1.6 KB per histogram.
final class DelayRing {
    static final int STAGES = 4;

    private static final int DIGITS = 1;
    private static final long LONGEST_MILLIS = 400_000_000;

    private final int slotSeconds;
    private final @Nullable IntCountsHistogram[] histograms;
    private final long[] slots;

    /// @param seconds what [#over] tells of, at most
    /// @param slotSeconds how exactly it does
    DelayRing(int seconds, int slotSeconds) {
        this.slotSeconds = slotSeconds;
        this.slots = new long[seconds / slotSeconds + 1];
        this.histograms = new @Nullable IntCountsHistogram[slots.length * STAGES];
    }

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
        long slot = Math.floorDiv(second, slotSeconds);
        int at = at(slot);
        if (slots[at] > slot) {
            return;
        }
        if (slots[at] < slot) {
            slots[at] = slot;
            for (int s = 0; s < STAGES; s++) {
                IntCountsHistogram old = histograms[at * STAGES + s];
                if (old != null) {
                    old.reset();
                }
            }
        }
        IntCountsHistogram histogram = histograms[at * STAGES + stage];
        if (histogram == null) {
            histogram = histogram();
            histograms[at * STAGES + stage] = histogram;
        }
        record(histogram, micros);
    }

    /// Of the slots that the `span` seconds up to `second` touch.
    StageDelays over(int span, long second) {
        return new StageDelays(
                over(0, span, second),
                over(1, span, second),
                over(2, span, second),
                over(3, span, second));
    }

    private Percentiles over(int stage, int span, long second) {
        IntCountsHistogram sum = histogram();
        for (long slot = Math.floorDiv(second - span + 1, slotSeconds);
                slot <= Math.floorDiv(second, slotSeconds);
                slot++) {
            IntCountsHistogram part = histograms[at(slot) * STAGES + stage];
            if (part != null && slots[at(slot)] == slot) {
                sum.add(part);
            }
        }
        return percentiles(sum);
    }

    private int at(long slot) {
        return Math.floorMod(slot, slots.length);
    }
}
