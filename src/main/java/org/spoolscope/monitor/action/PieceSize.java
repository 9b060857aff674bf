package org.spoolscope.monitor.action;

import java.time.Duration;

/// How many ids the next postsuper is given: what takes about a second. Then starting one does not
/// count where the disk is fast, and where it is slow the person can still stop soon. One thread.
final class PieceSize {
    private static final int FIRST = 500;
    private static final int FEWEST = 20;

    /// Their lines are far below the budget of one postsuper.
    private static final int MOST = 10_000;

    private static final long AIM = Duration.ofSeconds(1).toNanos();

    private long ids = FIRST;

    int ids() {
        return (int) ids;
    }

    /// That is how long it took for so many, which may be fewer than were allowed: then a short
    /// time is no reason for fewer.
    void took(int done, long nanos) {
        long fitting = done * AIM / Math.max(1, nanos);
        ids = Math.clamp(nanos < AIM ? Math.max(ids, fitting) : fitting, FEWEST, MOST);
    }
}
