package org.spoolscope.postfix.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.log.LogLine;

/// The queues of one server's instances as a view of its log: fed with each line, in the order of
/// the log, and with listings, which tell what the log does not.
///
/// - A message is there from the queue manager's first line for it on; one that only came to be
///   (`client=`, `message-id=`) is not, unless it was put on hold as it came. It is gone with
///   `removed`, and with what returns it to the sender.
/// - When all recipients of a round have been answered for and some are put off, it is deferred.
/// - What `postsuper` names changes at once. What it only counts, lines that are lost, and messages
///   that we did not know call for a listing ([QueueState#wanted]).
/// - A listing is no snapshot, and the log may be behind: it is merged when the log has been read
///   past its end. Of messages that lines were about since it began the lines are right, and the
///   listing tells what they left open; of all others the listing is ([Reconciliation]).
///
/// Belongs to one thread; what it hands out is immutable. No line is an error.
public final class LiveQueue {
    /// Lines of several processes may be out of order, and clocks are compared to a second or so.
    private static final Duration SLACK = Duration.ofSeconds(2);

    /// How long a listing waits for a log that does not come.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instances instances;
    private long newest = Long.MIN_VALUE;
    private boolean isHistory = true;

    /// Begins with empty queues.
    ///
    /// @param instanceBySyslogName the name of the instance for each `syslog_name`, such as `-` for
    ///   `postfix`; lines of others are none of ours
    /// @param alone whether the server has no other instance: then lines of services with a
    ///   `syslog_name` of their own are of the one there is
    public LiveQueue(Map<String, String> instanceBySyslogName, boolean alone) {
        instances = new Instances(instanceBySyslogName, alone);
    }

    /// Takes one line into account.
    public void fold(LogLine line) {
        if (line.micros() > newest) {
            passed(line.micros());
        }
        QueueLog queue = QueueLog.concerns(line) ? instances.of(line) : null;
        if (queue != null && newest != Long.MIN_VALUE) {
            queue.fold(line, line.micros() == Long.MIN_VALUE ? newest : line.micros(), isHistory);
        }
    }

    /// Lines between the last one and the next may be lost.
    public void gap(LogGap gap) {
        if (gap.cause().losesLines()) {
            lose(ListingCause.GAP);
        }
    }

    /// The log can't be read at present; what was written to it meanwhile may not come either.
    public void unread() {
        lose(ListingCause.NOT_READ);
    }

    /// Lines are left out: what they say is left to a listing.
    ///
    /// @param micros the time of the last of them
    public void skipped(long micros) {
        for (QueueLog queue : instances.all()) {
            queue.skipped(micros);
        }
    }

    private void lose(ListingCause cause) {
        for (QueueLog queue : instances.all()) {
            queue.lose(cause);
        }
    }

    /// From now on lines may have been written long before they are read, and before a listing
    /// began that has ended: so it is in the beginning, too.
    public void readsHistory() {
        isHistory = true;
    }

    /// The log is read to its end: what comes has just been written.
    public void upToDate() {
        isHistory = false;
    }

    /// The log is read to its end, and nothing was written to it until then.
    ///
    /// @param micros by the server's clock, since the epoch
    public void idleUntil(long micros) {
        if (micros > newest) {
            passed(micros);
        }
    }

    /// It is that time, whether the log was read so far or not: listings do not wait for it for
    /// ever.
    ///
    /// @param micros by the server's clock, since the epoch
    public void clock(long micros) {
        merge(micros - PATIENCE.toNanos() / 1_000);
    }

    private void passed(long micros) {
        newest = micros;
        merge(micros);
    }

    private void merge(long micros) {
        for (QueueLog queue : instances.all()) {
            queue.mergeWhenDue(micros);
        }
    }

    /// A listing of an instance begins: to be said before it is asked for.
    ///
    /// @param micros by the server's clock, since the epoch
    public void listingBegan(String instance, long micros) {
        QueueLog queue = instances.named(instance);
        if (queue != null) {
            queue.listingBegan(newest, micros - SLACK.toNanos() / 1_000);
        }
    }

    /// The listing that began came to nothing; of no effect when none is under way.
    public void listingFailed(String instance) {
        QueueLog queue = instances.named(instance);
        if (queue != null) {
            queue.listingFailed();
        }
    }

    /// The listing that began has ended. It waits until the log has been read past that moment, and
    /// is put aside when another one waits already.
    ///
    /// @param clockAhead how far the server's clock is ahead of the one that [QueueListing#taken]
    ///   is by
    public void listed(String instance, QueueListing listing, Duration clockAhead) {
        QueueLog queue = instances.named(instance);
        if (queue != null) {
            Instant ended = listing.taken().plus(clockAhead).plus(SLACK);
            queue.listed(listing, ChronoUnit.MICROS.between(Instant.EPOCH, ended));
            queue.mergeWhenDue(newest);
        }
    }

    /// Whether all instances have been listed, so that all their messages are known.
    public boolean isComplete() {
        return instances.all().stream().allMatch(QueueLog::isComplete);
    }

    /// Whether a listing has ended that waits until the log has been read so far.
    public boolean isListingWaiting() {
        return instances.all().stream().anyMatch(QueueLog::isListingWaiting);
    }

    /// Whether some instance was stopped by then, by its log, and may still be.
    ///
    /// @param micros by the server's clock, since the epoch
    public boolean hasStopped(long micros) {
        return instances.all().stream().anyMatch(queue -> queue.hasStopped(micros));
    }

    /// When a message left the queue, by the log: deleted, delivered or returned. Null where that
    /// is long ago, or was not told.
    public @Nullable Instant left(String instance, QueueId id) {
        QueueLog queue = instances.named(instance);
        long micros = queue == null ? IdTimes.NONE : queue.left(id.value());
        return micros == IdTimes.NONE ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// A message as it is now; null where there is none, or it is not known when it came.
    public @Nullable QueuedMessage message(String instance, QueueId id) {
        QueueLog queue = instances.named(instance);
        return queue == null ? null : queue.message(id.value());
    }

    /// Why listings are called for; empty when none is.
    public Set<ListingCause> wanted() {
        Set<ListingCause> all = EnumSet.noneOf(ListingCause.class);
        instances.all().forEach(queue -> all.addAll(queue.wanted()));
        return all;
    }

    /// The queues as they are now, in no order.
    public List<QueueState> snapshot() {
        return instances.all().stream().map(QueueLog::state).toList();
    }
}
