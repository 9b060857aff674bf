package org.spoolscope.demo.sim;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random numbers, one stream per concern, so that one more draw in one place does not change what
/// happens everywhere else.
record Streams(long seed) {
    RandomGenerator of(String concern) {
        return new SplittableRandom(
                new SplittableRandom(seed).nextLong() ^ ((long) concern.hashCode() << 32));
    }

    /// Microseconds around `median`, with a long tail (log-normal).
    static long around(RandomGenerator random, long median, double spread) {
        return Math.max(1, (long) (median * Math.exp(random.nextGaussian() * spread)));
    }
}
