package org.spoolscope.monitor.blocklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.blocklist.Limits;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.store.history.ListHistory;

/// Which lists are asked about the servers' addresses, and how often.
///
/// @param every between two rounds for one server, a tenth more or less
/// @param first after a server was connected to
/// @param history where changes are kept for good, or null to keep none
public record ListSettings(
        Catalogue catalogue,
        Limits limits,
        Duration every,
        Duration first,
        @Nullable ListHistory history) {
    /// Somebody who looks wants to know the queue first.
    private static final Duration FIRST = Duration.ofSeconds(10);

    /// As often as the catalogue says, and nothing kept.
    public static ListSettings of(Catalogue catalogue) {
        return new ListSettings(catalogue, Limits.DEFAULT, catalogue.every(), FIRST, null);
    }

    /// When nothing could be asked, until it is tried again; then twice as long each time.
    Duration again() {
        return every.dividedBy(30);
    }

    /// The same with another catalogue, at its pace where that is new.
    public ListSettings with(Catalogue other) {
        Duration pace = other.every().equals(catalogue.every()) ? every : other.every();
        return new ListSettings(other, limits, pace, first, history);
    }

    /// The same, kept in a history.
    public ListSettings keeping(@Nullable ListHistory kept) {
        return new ListSettings(catalogue, limits, every, first, kept);
    }

    /// The same at another pace.
    public ListSettings pacing(Duration first, Duration every) {
        return new ListSettings(catalogue, limits, every, first, history);
    }
}
