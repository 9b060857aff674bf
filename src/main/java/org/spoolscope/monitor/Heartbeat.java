package org.spoolscope.monitor;

import java.time.Duration;

/// Whether the last question to a server is still unanswered, and for how long. Written by the
/// sampler, read by the link keeper.
final class Heartbeat {
    private static final long NOTHING_ASKED = Long.MIN_VALUE;

    private volatile long askedAt = NOTHING_ASKED;

    void asked() {
        askedAt = System.nanoTime();
    }

    void answered() {
        askedAt = NOTHING_ASKED;
    }

    boolean isSilentFor(Duration limit) {
        long asked = askedAt;
        return asked != NOTHING_ASKED && System.nanoTime() - asked > limit.toNanos();
    }
}
