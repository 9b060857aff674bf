package org.spoolscope.dns.blocklist;

import java.time.Duration;

/// How much is asked at once, and how long answers are remembered.
///
/// @param inFlight questions in flight, to all lists together
/// @param inFlightPerZone questions in flight to one list; a list that has not answered yet gets
///   few
/// @param perSecond questions to one list within any second
/// @param floor how long an answer is remembered at least, whatever its TTL
/// @param ceiling how long at most
/// @param remembered answers, the oldest give way
public record Limits(
        int inFlight,
        int inFlightPerZone,
        int perSecond,
        Duration floor,
        Duration ceiling,
        int remembered) {
    /// What fits one console: less than what a small mail server asks.
    public static final Limits DEFAULT =
            new Limits(200, 32, 300, Duration.ofSeconds(60), Duration.ofHours(6), 50_000);

    public Limits {
        if (inFlight < 1 || inFlightPerZone < 1 || perSecond < 1 || remembered < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    Duration clamp(Duration ttl) {
        return ttl.compareTo(floor) < 0 ? floor : ttl.compareTo(ceiling) > 0 ? ceiling : ttl;
    }
}
