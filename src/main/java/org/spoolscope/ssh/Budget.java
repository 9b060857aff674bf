package org.spoolscope.ssh;

import java.time.Duration;

/// How much one remote command may send and how long it may take; beyond that its channel is
/// closed.
///
/// @param maxBytes of standard output; standard error is always capped at 64 KiB
public record Budget(long maxBytes, Duration maxTime) {
    /// For commands that answer in a few lines.
    public static final Budget SMALL = new Budget(1 << 20, Duration.ofSeconds(20));
}
