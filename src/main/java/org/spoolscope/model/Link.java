package org.spoolscope.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of the link to a server. Trouble is state, not a dialog.
public sealed interface Link {
    /// Not asked for: paused by the person.
    record Paused() implements Link {}

    /// A connection is being made; `attempt` counts from 1 since the last time it was online.
    record Connecting(int attempt, Instant since) implements Link {}

    /// Connected and answering.
    ///
    /// @param roundTrip of the latest sample, or null before the first
    record Online(Instant since, @Nullable Duration roundTrip) implements Link {}

    /// Connected, but nothing has come back since `since`: it may be lost.
    record Silent(Instant since) implements Link {}

    /// No link.
    ///
    /// @param since when it was lost, or first failed
    /// @param retryAt when the next attempt is made, or null when it waits for the person
    record Down(LinkFailure failure, Instant since, int attempts, @Nullable Instant retryAt)
            implements Link {}

    default boolean isUp() {
        return this instanceof Online || this instanceof Silent;
    }
}
