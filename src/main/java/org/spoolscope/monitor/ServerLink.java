package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.ServerConfig;

/// The way to one server, over lost connections. Thread-safe.
public interface ServerLink {
    ServerConfig config();

    /// An open connection, waited for until `patience` is over; nothing if there is none then.
    ///
    /// @param lost one that was found dead and is not wanted, or null
    Optional<Ground> ground(@Nullable Ground lost, Duration patience) throws InterruptedException;

    /// When a message left the queue, as far as the server's log is followed and says so; else
    /// null.
    default @Nullable Instant left(String instance, QueueId id) {
        return null;
    }
}
