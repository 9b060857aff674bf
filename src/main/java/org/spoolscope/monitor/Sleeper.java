package org.spoolscope.monitor;

import java.time.Duration;

/// The one place where a thread of Spoolscope waits for time to pass.
@FunctionalInterface
public interface Sleeper {
    /// Real time.
    Sleeper REAL = Thread::sleep;

    /// Returns after `duration`; at once when it is zero or negative.
    void sleep(Duration duration) throws InterruptedException;
}
