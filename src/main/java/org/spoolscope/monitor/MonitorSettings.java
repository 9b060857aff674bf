package org.spoolscope.monitor;

import java.time.Duration;

/// How often servers are looked at. What is gentle for the server comes first.
///
/// @param sampleEvery between two samples of a host
/// @param spaceEvery samples between two looks at the spool's free space (that one forks `df`)
/// @param listEvery at the least between two listings of a queue
/// @param listingShare the largest share of wall time that listings may take, 0 to 1
/// @param listWhenTold at the least between two listings of a queue that its log tells
/// @param listWhenUntold the same when something happened that the log does not tell
/// @param busyPressure I/O pressure from which listings wait, 0 to 1
/// @param busyStretch while the server is that busy, pauses between listings are this many times
///   longer, and at least [#busyListEvery]
/// @param busyListEvery see `busyStretch`
/// @param silentAfter without an answer for so long a link is shown as silent
/// @param againAfterFailure until a listing or sampler that failed is tried again
/// @param historyRows samples kept per server
public record MonitorSettings(
        Duration sampleEvery,
        int spaceEvery,
        Duration listEvery,
        double listingShare,
        Duration listWhenTold,
        Duration listWhenUntold,
        double busyPressure,
        int busyStretch,
        Duration busyListEvery,
        Duration silentAfter,
        Duration againAfterFailure,
        int historyRows) {
    /// A sample every 2 s, space every 30 s; a listing every 4 s and 5 % of the time at the most,
    /// every 30 min where the log tells the queue, and after 30 s when it did not tell something;
    /// one hour of history.
    public static final MonitorSettings DEFAULT =
            new MonitorSettings(
                    Duration.ofSeconds(2),
                    15,
                    Duration.ofSeconds(4),
                    0.05,
                    Duration.ofMinutes(30),
                    Duration.ofSeconds(30),
                    0.4,
                    10,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(15),
                    1800);

    /// At the least between two states of a queue that are told: two for each sample of the host.
    Duration queueEvery() {
        return sampleEvery.dividedBy(2);
    }

    /// The same at another pace, also for listings that the log does not tell.
    public MonitorSettings withPace(
            Duration sampleEvery, Duration listEvery, Duration againAfterFailure) {
        return new MonitorSettings(
                sampleEvery,
                spaceEvery,
                listEvery,
                listingShare,
                listWhenTold,
                listEvery,
                busyPressure,
                busyStretch,
                busyListEvery,
                silentAfter,
                againAfterFailure,
                historyRows);
    }
}
