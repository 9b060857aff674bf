package org.spoolscope.model;

import java.time.Duration;

/// The settings of a Postfix instance that say when its queue moves (postconf(5)).
///
/// @param minimalBackoff a message that was put off is not tried again before (1 s or more)
/// @param maximalBackoff from when on it is tried again in any case (1 s or more)
/// @param queueRunDelay between two scans of the deferred queue (1 s or more)
/// @param maximalLifetime the age from which a message that is put off goes back to its sender
/// @param bounceLifetime the same for mail from the null sender, which nobody gets back
/// @param activeLimit messages in the active queue at most
/// @param destinationConcurrency deliveries to one destination at once, at most; 0 is no limit
/// @param syslogName what the names of its programs begin with in the log, such as `postfix`
public record InstanceSettings(
        Duration minimalBackoff,
        Duration maximalBackoff,
        Duration queueRunDelay,
        Duration maximalLifetime,
        Duration bounceLifetime,
        int activeLimit,
        int destinationConcurrency,
        String syslogName) {
    private static final String SYSLOG_NAME = "postfix";

    /// Postfix's own defaults.
    ///
    /// @param instance its name, after which it calls itself in the log; `-` for none
    public static InstanceSettings defaults(String instance) {
        return new InstanceSettings(
                Duration.ofSeconds(300),
                Duration.ofSeconds(4000),
                Duration.ofSeconds(300),
                Duration.ofDays(5),
                Duration.ofDays(5),
                20_000,
                20,
                instance.equals(Instance.NO_NAME) ? SYSLOG_NAME : instance);
    }
}
