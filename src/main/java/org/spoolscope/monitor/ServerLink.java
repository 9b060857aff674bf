package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
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

    /// Messages as the server's log tells them, looked at after this call, until they are as they
    /// are waited for, or patience is over. Without those that are not so by then; empty where the
    /// log is not followed, or does not tell the queues. Blocks.
    ///
    /// @param awaited what a message must be like
    default Map<QueueId, QueuedMessage> await(
            String instance,
            Collection<QueueId> ids,
            BiPredicate<QueueId, QueuedMessage> awaited,
            Duration patience)
            throws InterruptedException {
        return Map.of();
    }
}
