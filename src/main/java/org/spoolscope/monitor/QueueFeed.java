package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.queue.LiveQueue;
import org.spoolscope.postfix.queue.QueueState;

/// The queues of one server as its log tells them, for as long as it is watched, through all its
/// connections: whoever reads the log and whoever lists the queues tell it, and it tells the model.
///
/// Thread-safe.
final class QueueFeed {
    /// What is added for each message to the time between two states that are told: whoever shows
    /// them looks at all of them.
    private static final Duration PACE_OF_ONE = Duration.ofNanos(10_000);

    /// When so many bytes are still to be read, a listing tells sooner what is queued.
    private static final long FAR_BEHIND = 64L << 20;

    /// Stopped for so long it is looked whether Postfix runs: `postqueue` says so at once when not.
    private static final Duration RESTART = Duration.ofSeconds(5);

    private static final long NONE_SKIPPED = Long.MIN_VALUE;

    private final ServerConfig config;
    private final Inbox inbox;
    private final NextLook nextLook;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Duration leastPace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition looked = lock.newCondition();
    private Map<String, String> names = Map.of();
    private LiveQueue queue = new LiveQueue(names, false);
    private Duration clockAhead = Duration.ZERO;

    /// Whether all the logs can be read that there should be, and tell the instances apart.
    private boolean readable;

    /// Whether they are read to their ends again and again.
    private boolean live;

    private long behind;

    /// When that was done last, by the desktop's clock.
    private Instant lookedAt = Instant.MIN;

    /// The time of the last line that was left out, or [#NONE_SKIPPED].
    private long skippedTo = NONE_SKIPPED;

    private long toldAt;
    private Duration pace = Duration.ZERO;

    /// What is to be done to know the queues.
    enum Need {
        /// They can't be told by the log: to be listed again and again.
        LISTINGS,
        /// Something happened that the log does not tell: to be listed when that costs little. Or
        /// Postfix was stopped.
        ONE_LISTING,
        /// What is known is right but for sizes and recipients of mail that was held as it came.
        DETAILS,
        /// Nothing: the log tells all, or is about to tell what a listing is right about.
        NONE
    }

    /// @param leastPace between two states that are told
    QueueFeed(
            ServerConfig config,
            Inbox inbox,
            NextLook nextLook,
            Duration leastPace,
            InstantSource clock,
            LongSupplier nanos) {
        this.config = config;
        this.inbox = inbox;
        this.nextLook = nextLook;
        this.leastPace = leastPace;
        this.clock = clock;
        this.nanos = nanos;
        this.toldAt = nanos.getAsLong();
    }

    /// The logs of a connection are about to be read. What is known stays so: they are read on from
    /// where they were left.
    void begin(ServerFacts facts, List<LogSource> sources) {
        List<Instance> watched = WatchedInstances.of(facts, config);
        Map<String, String> now = new LinkedHashMap<>();
        for (Instance instance : watched) {
            now.put(instance.settings().syslogName(), instance.name());
        }
        locked(() -> {
            live = false;
            queue.readsHistory();
            clockAhead = facts.clockAhead();
            if (!now.equals(names)) {
                names = Map.copyOf(now);
                queue = new LiveQueue(now, facts.instances().size() == 1);
            }
            // Instances that go by one name in the log can't be told apart.
            readable =
                    now.size() == watched.size()
                            && sources.stream().allMatch(QueueFeed::isReadable);
            if (!readable) {
                queue.unread();
            }
        });
    }

    private static boolean isReadable(LogSource source) {
        return source instanceof LogSource.File || source instanceof LogSource.Journal;
    }

    /// How many bytes are still to be read.
    void behind(long bytes) {
        locked(() -> behind = bytes);
    }

    void fold(LogLine line) {
        locked(() -> {
            if (behind > FAR_BEHIND) {
                skippedTo = Math.max(skippedTo, line.micros());
                return;
            }
            if (skippedTo != NONE_SKIPPED) {
                queue.skipped(skippedTo);
                skippedTo = NONE_SKIPPED;
            }
            queue.fold(line);
        });
    }

    void gap(LogGap gap) {
        locked(() -> queue.gap(gap));
    }

    /// All that the log holds was told.
    ///
    /// @param at when that was looked at
    /// @param nothingCame whether nothing had come since the look before
    void upToDate(Instant at, boolean nothingCame) throws InterruptedException {
        boolean isLive =
                locked(() -> {
                    live = readable;
                    lookedAt = at;
                    looked.signalAll();
                    queue.upToDate();
                    if (nothingCame) {
                        queue.idleUntil(there(at));
                    }
                    return live;
                });
        if (isLive) {
            tellWhenDue(at);
        }
    }

    /// The log is not read any more, or can't be at present.
    void end() {
        locked(() -> live = false);
    }

    /// A listing is about to be asked for.
    void listingBegan(Instance instance) {
        Instant now = clock.instant();
        locked(() -> queue.listingBegan(instance.name(), there(now)));
    }

    /// The listing that began came to nothing; of no effect when it has been told.
    void listingFailed(Instance instance) {
        locked(() -> queue.listingFailed(instance.name()));
    }

    void listed(Instance instance, QueueListing listing) {
        locked(() -> queue.listed(instance.name(), listing, clockAhead));
    }

    /// See [LiveQueue#left].
    @Nullable Instant left(String instance, QueueId id) {
        lock.lock();
        try {
            return queue.left(instance, id);
        } finally {
            lock.unlock();
        }
    }

    /// Messages as the log tells them: it is looked at now, and once more after that, until all of
    /// them are as they are waited for, or patience is over. Those that are not so by then are not
    /// among them; none is where the log does not tell the queues.
    ///
    /// @param awaited what a message must be like
    Map<QueueId, QueuedMessage> await(
            String instance,
            Collection<QueueId> ids,
            BiPredicate<QueueId, QueuedMessage> awaited,
            Duration patience)
            throws InterruptedException {
        Instant asked = clock.instant();
        Map<QueueId, QueuedMessage> told = new HashMap<>();
        Set<QueueId> open = new HashSet<>(ids);
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (live && isRight()) {
                if (!lookedAt.isBefore(asked)) {
                    take(instance, open, awaited, told);
                    asked = clock.instant();
                }
                if (open.isEmpty() || left <= 0) {
                    return told;
                }
                nextLook.now();
                left = looked.awaitNanos(left);
            }
            return Map.of();
        } finally {
            lock.unlock();
        }
    }

    private void take(
            String instance,
            Set<QueueId> open,
            BiPredicate<QueueId, QueuedMessage> awaited,
            Map<QueueId, QueuedMessage> told) {
        for (Iterator<QueueId> each = open.iterator(); each.hasNext(); ) {
            QueueId id = each.next();
            QueuedMessage message = queue.message(instance, id);
            if (message != null && awaited.test(id, message)) {
                told.put(id, message);
                each.remove();
            }
        }
    }

    /// Whether the log tells the queues at present.
    boolean isTelling() {
        return locked(() -> live && queue.isComplete());
    }

    /// How the queues are to be known now.
    Need need() {
        Instant now = clock.instant();
        return locked(() -> {
            queue.clock(there(now));
            if (!live) {
                return Need.LISTINGS;
            }
            if (queue.isListingWaiting()) {
                return Need.NONE;
            }
            if (queue.hasStopped(there(now.minus(RESTART)))) {
                return Need.ONE_LISTING;
            }
            return queue.isComplete() ? need(queue.wanted()) : Need.LISTINGS;
        });
    }

    private static Need need(Set<ListingCause> wanted) {
        if (wanted.isEmpty()) {
            return Need.NONE;
        }
        return wanted.equals(Set.of(ListingCause.HELD_ON_ARRIVAL))
                ? Need.DETAILS
                : Need.ONE_LISTING;
    }

    /// Whether the log has told the queues, and will go on with that once it is read to its end.
    boolean isComplete() {
        return locked(this::isRight);
    }

    private boolean isRight() {
        return queue.isComplete() && need(queue.wanted()) != Need.ONE_LISTING;
    }

    private void tellWhenDue(Instant asOf) throws InterruptedException {
        if (nanos.getAsLong() - toldAt < pace.toNanos()) {
            return;
        }
        List<QueueState> states =
                locked(() -> queue.isComplete() ? queue.snapshot() : List.<QueueState>of());
        if (!states.isEmpty()) {
            long messages = states.stream().mapToLong(state -> state.messages().size()).sum();
            toldAt = nanos.getAsLong();
            pace = leastPace.plus(PACE_OF_ONE.multipliedBy(messages));
            inbox.post(new Observation.QueueTold(asOf, states));
        }
    }

    /// By the server's clock.
    private long there(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.plus(clockAhead));
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }
}
