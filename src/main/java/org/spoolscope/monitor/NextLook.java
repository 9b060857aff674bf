package org.spoolscope.monitor;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.spoolscope.monitor.follow.Pause;

/// The time until a server's log is looked at again, cut short when somebody waits for what it
/// says.
///
/// Thread-safe.
final class NextLook implements Pause {
    /// Who waits for what the log says asks again and again.
    private static final long LEAST = Duration.ofMillis(20).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private boolean soon;

    @Override
    public void pause(Duration duration) throws InterruptedException {
        long rest = Math.max(0, duration.toNanos() - LEAST);
        long least = duration.toNanos() - rest;
        lock.lockInterruptibly();
        try {
            while (least > 0) {
                least = asked.awaitNanos(least);
            }
            while (!soon && rest > 0) {
                rest = asked.awaitNanos(rest);
            }
            soon = false;
        } finally {
            lock.unlock();
        }
    }

    /// The pause under way, or else the next one, ends soon.
    void now() {
        lock.lock();
        try {
            soon = true;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
