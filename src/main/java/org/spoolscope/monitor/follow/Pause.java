package org.spoolscope.monitor.follow;

import java.time.Duration;

/// Waits; in the application, the one Sleeper does.
@FunctionalInterface
public interface Pause {
    /// Returns after `duration`; at once when it is zero or negative.
    void pause(Duration duration) throws InterruptedException;
}
