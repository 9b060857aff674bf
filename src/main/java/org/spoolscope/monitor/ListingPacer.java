package org.spoolscope.monitor;

import java.time.Duration;

/// When the next listing may begin. `postqueue` makes Postfix open every queue file, so it is the
/// one thing Spoolscope does that can hurt a server.
///
/// Two rules: listings take at most `listingShare` of the wall time, so after one that took `t` the
/// next waits at least `t * (1 / share - 1)`; and while the server's I/O pressure is high they wait
/// `busyStretch` times longer. They do not stop for good then: a person who looks at a drowning
/// server needs to see its queue. Used by one thread.
final class ListingPacer {
    private final MonitorSettings settings;

    ListingPacer(MonitorSettings settings) {
        this.settings = settings;
    }

    /// The pause between the end of a listing that took `took` and the start of the next, on a calm
    /// server.
    Duration pause(Duration took) {
        Duration byShare = shortestPause(took);
        Duration byPace = settings.listEvery().minus(took);
        return byShare.compareTo(byPace) > 0 ? byShare : byPace;
    }

    /// The pause that the share alone asks for, when a person wants a listing now.
    Duration shortestPause(Duration took) {
        return Duration.ofNanos(Math.round(took.toNanos() * (1 / settings.listingShare() - 1)));
    }

    /// The same while the server's I/O pressure is `pressure` (0 to 1, NaN when unknown).
    Duration pause(Duration took, double pressure) {
        if (!isBusy(pressure)) {
            return pause(took);
        }
        Duration stretched = shortestPause(took).multipliedBy(settings.busyStretch());
        return stretched.compareTo(settings.busyListEvery()) > 0
                ? stretched
                : settings.busyListEvery();
    }

    boolean isBusy(double pressure) {
        return pressure >= settings.busyPressure();
    }
}
