package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;

/// The open connection of a watched server, whichever it is. Thread-safe.
final class OpenLink implements ServerLink {
    private final ServerConfig config;
    private final QueueFeed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private @Nullable Ground ground;

    OpenLink(ServerConfig config, QueueFeed feed) {
        this.config = config;
        this.feed = feed;
    }

    @Override
    public ServerConfig config() {
        return config;
    }

    @Override
    public @Nullable Instant left(String instance, QueueId id) {
        return feed.left(instance, id);
    }

    @Override
    public Map<QueueId, QueuedMessage> await(
            String instance,
            Collection<QueueId> ids,
            BiPredicate<QueueId, QueuedMessage> awaited,
            Duration patience)
            throws InterruptedException {
        return feed.await(instance, ids, awaited, patience);
    }

    /// The present one, or null.
    @Nullable Ground now() {
        lock.lock();
        try {
            return ground;
        } finally {
            lock.unlock();
        }
    }

    /// There is a connection, or, with null, none any more.
    void set(@Nullable Ground next) {
        lock.lock();
        try {
            ground = next;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Ground> ground(@Nullable Ground lost, Duration patience)
            throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (ground == null || ground.equals(lost)) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = opened.awaitNanos(left);
            }
            return Optional.of(ground);
        } finally {
            lock.unlock();
        }
    }
}
