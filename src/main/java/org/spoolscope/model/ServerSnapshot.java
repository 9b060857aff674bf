package org.spoolscope.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.ListWatch;

/// Everything known about one server at one moment. Published by `monitor`, read by the faces.
///
/// @param version rises by one with each snapshot of this server
/// @param facts null before the first connection
/// @param host the latest sample, or null; stale once the link is down (see `at` in it)
/// @param history one point per sample, oldest first
/// @param troubles worst first
/// @param listingEvery how often the queue is listed at present, or null before the first listing
/// @param log what its mail log tells
/// @param lists what blocklists say of its addresses
public record ServerSnapshot(
        ServerConfig config,
        long version,
        Instant at,
        Link link,
        @Nullable ServerFacts facts,
        List<InstanceQueue> queues,
        @Nullable HostSample host,
        History history,
        Growth growth,
        List<Trouble> troubles,
        @Nullable Duration listingEvery,
        LogSnapshot log,
        ListWatch lists) {
    public ServerSnapshot {
        queues = List.copyOf(queues);
        troubles = List.copyOf(troubles);
    }

    public String name() {
        return config.name();
    }

    /// In which times in its log are meant that name no zone; UTC before it was connected to, when
    /// there are no lines either.
    public ZoneId zone() {
        return facts == null ? ZoneOffset.UTC : facts.zone();
    }

    /// Whether the counts mean something: every instance has been listed, or as many as could be in
    /// the first round. Before that they are a part of the queue.
    public boolean hasListing() {
        long listed = known().count();
        return listed > 0 && (listed == queues.size() || listingEvery != null);
    }

    /// Of all instances together.
    public QueueCounts counts() {
        return known().map(KnownQueue::counts).reduce(QueueCounts.NONE, QueueCounts::plus);
    }

    /// Of all instances, instance by instance.
    public Stream<QueuedMessage> messages() {
        return known().flatMap(queue -> queue.messages().stream());
    }

    /// When the instance was listed whose latest listing is the oldest, or null.
    public @Nullable Instant listedAt() {
        return known().map(KnownQueue::listed).min(Instant::compareTo).orElse(null);
    }

    /// Up to when all that is known of the queues is known, or null.
    public @Nullable Instant knownAt() {
        return known().map(KnownQueue::asOf).min(Instant::compareTo).orElse(null);
    }

    /// Whether all that is known of the queues is told by the log.
    public boolean isToldByLog() {
        return hasListing() && known().allMatch(queue -> queue.log() != null);
    }

    /// The worst trouble, counting a lost link as bad.
    public Trouble.Severity severity() {
        if (link instanceof Link.Down) {
            return Trouble.Severity.BAD;
        }
        return troubles.stream()
                .map(Trouble::severity)
                .max(Trouble.Severity::compareTo)
                .orElse(Trouble.Severity.NOTE);
    }

    private Stream<KnownQueue> known() {
        return queues.stream().map(InstanceQueue::known).flatMap(Stream::ofNullable);
    }
}
