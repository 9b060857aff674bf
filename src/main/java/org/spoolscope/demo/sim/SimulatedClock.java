package org.spoolscope.demo.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time as the demo fleet has it: it begins with the real time and passes `speed` times as fast.
/// Immutable.
public final class SimulatedClock implements InstantSource {
    private static final double NANOS = 1e9;

    private final InstantSource real;
    private final Instant start;
    private final double speed;

    /// @param speed simulated seconds per real second, above 0 and at most 3600
    public SimulatedClock(InstantSource real, double speed) {
        if (!(speed > 0 && speed <= 3600)) {
            throw new IllegalArgumentException("speed must be above 0, at most 3600: " + speed);
        }
        this.real = real;
        this.start = real.instant();
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(start, real.instant());
        double nanos = (passed.getSeconds() * NANOS + passed.getNano()) * speed;
        return start.plusSeconds((long) (nanos / NANOS)).plusNanos((long) (nanos % NANOS));
    }
}
