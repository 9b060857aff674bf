package org.spoolscope.monitor.blocklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.blocklist.Limits;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.store.history.ListHistory;

/// Which lists are asked about the servers' addresses, and how often.
///
/// @param first after a server was connected to
/// @param speed how many times as often as the catalogue says, above 0: a demo's time goes faster
/// @param history where changes are kept for good, or null to keep none
public record ListSettings(
        Catalogue catalogue,
        Limits limits,
        Duration first,
        double speed,
        @Nullable ListHistory history) {
    /// Somebody who looks wants to know the queue first.
    private static final Duration FIRST = Duration.ofSeconds(10);

    /// As often as the catalogue says, and nothing kept.
    public static ListSettings of(Catalogue catalogue) {
        return new ListSettings(catalogue, Limits.DEFAULT, FIRST, 1, null);
    }

    /// Between two rounds for one server, a tenth more or less.
    Duration every() {
        return Duration.ofMillis(Math.round(catalogue.every().toMillis() / speed));
    }

    /// When nothing could be asked, until it is tried again; then twice as long each time.
    Duration again() {
        return every().dividedBy(30);
    }

    /// The same with another catalogue.
    public ListSettings with(Catalogue other) {
        return new ListSettings(other, limits, first, speed, history);
    }

    /// The same, kept in a history.
    public ListSettings keeping(@Nullable ListHistory kept) {
        return new ListSettings(catalogue, limits, first, speed, kept);
    }

    /// The same at another pace.
    public ListSettings pacing(Duration first, double speed) {
        return new ListSettings(catalogue, limits, first, speed, history);
    }
}
