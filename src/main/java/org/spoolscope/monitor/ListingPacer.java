package org.spoolscope.monitor;

import java.time.Duration;

/// When the next listing may begin. `postqueue` makes Postfix open every queue file, so it is the
/// one thing Spoolscope does that can hurt a server.
///
/// Where the log tells what is in the queue, listings only make sure of it: then they are rare, and
/// not so rare when something happened that the log does not tell. Besides that there are two
/// rules: listings take at most `listingShare` of the wall time, so after one that took `t` the
/// next waits at least `t * (1 / share - 1)`; and while the server's I/O pressure is high they wait
/// `busyStretch` times longer. They do not stop for good then: a person who looks at a drowning
/// server needs to see its queue. Used by one thread.
final class ListingPacer {
    /// Details can wait.
    private static final int DETAILS_STRETCH = 10;

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

    /// The same for what is needed.
    Duration pause(Duration took, double pressure, QueueFeed.Need need) {
        Duration most = pause(took, pressure);
        Duration rarely =
                switch (need) {
                    case LISTINGS -> most;
                    case ONE_LISTING -> settings.listWhenUntold();
                    case DETAILS -> settings.listWhenUntold().multipliedBy(DETAILS_STRETCH);
                    case NONE -> settings.listWhenTold();
                };
        return rarely.compareTo(most) > 0 ? rarely : most;
    }

    boolean isBusy(double pressure) {
        return pressure >= settings.busyPressure();
    }
}
