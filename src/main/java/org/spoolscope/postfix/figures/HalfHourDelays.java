package org.spoolscope.postfix.figures;

import java.util.Arrays;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.MailRates.Percentiles;

/// Delays of this half hour and of the one before. Most destinations have few: these are kept as
/// they are, and a histogram is made only for more.
final class HalfHourDelays {
    private static final int HALF_HOUR = 1800;

    private Part now = new Part();
    private Part before = new Part();
    private long half = Long.MIN_VALUE;

    void add(long micros, long second) {
        advance(second);
        now.add(micros);
    }

    Percentiles percentiles(long second) {
        advance(second);
        if (now.count + before.count == 0) {
            return Percentiles.NONE;
        }
        IntCountsHistogram sum = DelayRing.histogram();
        now.addTo(sum);
        before.addTo(sum);
        return DelayRing.percentiles(sum);
    }

    private void advance(long second) {
        long to = Math.floorDiv(second, HALF_HOUR);
        if (to <= half) {
            return;
        }
        before = to == half + 1 ? now : new Part();
        now = new Part();
        half = to;
    }

    /// One half hour.
    private static final class Part {
        private static final int FEW = 32;
        private static final long[] NONE = {};

        int count;
        private long[] few = NONE;
        private @Nullable IntCountsHistogram many;

        void add(long micros) {
            if (count < FEW) {
                if (count == few.length) {
                    few = Arrays.copyOf(few, Math.max(2, 2 * count));
                }
                few[count] = micros;
            } else {
                IntCountsHistogram histogram = many;
                if (histogram == null) {
                    histogram = DelayRing.histogram();
                    many = histogram;
                }
                DelayRing.record(histogram, micros);
            }
            count++;
        }

        void addTo(IntCountsHistogram sum) {
            for (int i = 0; i < Math.min(count, FEW); i++) {
                DelayRing.record(sum, few[i]);
            }
            if (many != null) {
                sum.add(many);
            }
        }
    }
}
