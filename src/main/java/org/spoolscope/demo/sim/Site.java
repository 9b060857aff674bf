package org.spoolscope.demo.sim;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// qmgr's view of one destination: what waits for it, how many deliveries may run at once, and
/// whether it is left alone for a while because it did not answer (qmgr_queue.c).
final class Site {
    private static final int INITIAL_CONCURRENCY = 5;
    private static final int CONCURRENCY_LIMIT = 20;

    final Provider provider;
    final ArrayDeque<Entry> todo = new ArrayDeque<>();
    int running;
    private double window = INITIAL_CONCURRENCY;
    private long deadUntil;
    private @Nullable String deadReason;

    Site(Provider provider) {
        this.provider = provider;
    }

    boolean mayStart() {
        return !todo.isEmpty() && running < (int) window;
    }

    /// Why nothing is sent there at present, or null.
    @Nullable String suspended(long now) {
        return now < deadUntil ? deadReason : null;
    }

    void answered() {
        // default_destination_concurrency_positive_feedback: 1/concurrency.
        window = Math.min(CONCURRENCY_LIMIT, window + 1 / window);
    }

    /// One failed cohort (the default limit) makes the destination dead for minimal_backoff_time.
    void failed(String reason, long now) {
        window -= 1;
        if (window < INITIAL_CONCURRENCY - 1) {
            deadUntil = now + QueueManager.MINIMAL_BACKOFF;
            deadReason = reason;
            window = INITIAL_CONCURRENCY;
        }
    }

    /// It is tried again, whatever it did before.
    void revive() {
        deadUntil = 0;
    }

    /// A message that waits, and the recipient it is for.
    record Entry(Message message, Message.Addressee to) {}
}
