package org.spoolscope.monitor;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses between attempts to connect: 1 s, doubling to 60 s, each drawn between half and the whole
/// of that, so that many servers behind one broken network do not all come back at once.
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The pause after the `attempt`-th failed attempt, counted from 1.
    Duration after(int attempt) {
        long whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 16));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
