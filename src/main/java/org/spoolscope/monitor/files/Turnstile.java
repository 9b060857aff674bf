package org.spoolscope.monitor.files;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets threads through one at a time, in the order of their numbers.
final class Turnstile {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long next;
    private boolean broken;

    /// Runs the task when all smaller numbers, from 0, have been through. A task that fails lets
    /// nobody through any more.
    ///
    /// @throws InterruptedException also when another has failed
    void pass(long number, Runnable task) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (next != number && !broken) {
                moved.await();
            }
            if (broken) {
                throw new InterruptedException("another thread failed");
            }
            broken = true;
            task.run();
            broken = false;
            next++;
        } finally {
            moved.signalAll();
            lock.unlock();
        }
    }

    /// Nobody gets through any more.
    void close() {
        lock.lock();
        try {
            broken = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
