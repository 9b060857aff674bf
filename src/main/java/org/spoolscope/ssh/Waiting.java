package org.spoolscope.ssh;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.future.SshFuture;

/// Waits for MINA's futures so that interruption is an `InterruptedException`.
final class Waiting {
    private Waiting() {}

    /// Whether the future was done within the time.
    static <F extends SshFuture<F>> boolean await(F future, long nanos)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        future.addListener(_ -> done.countDown());
        return done.await(nanos, TimeUnit.NANOSECONDS);
    }
}
