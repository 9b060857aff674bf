package org.spoolscope.postfix.queue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reconciliation;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.queue.Arrivals.Arrival;

/// What the log tells of one instance's queue.
final class QueueLog {
    private static final int MOST_ENDED = 1 << 16;
    private static final int MOST_HELD = 1 << 10;

    private static final long RUNNING = Long.MAX_VALUE;

    private final String instance;
    private final OpenEntries entries;
    private final PostsuperTotals totals = new PostsuperTotals();
    private final Arrivals coming = new Arrivals();
    private final IdTimes ended = new IdTimes(MOST_ENDED);
    private final IdTimes requeued = new IdTimes(MOST_ENDED);
    private final Settling settling = new Settling();
    private final Listings listings = new Listings();
    private final Map<String, Envelope> held = new LinkedHashMap<>();
    private final Set<ListingCause> wanted = EnumSet.of(ListingCause.NOT_LISTED);

    private boolean complete;

    /// When Postfix was stopped, or [#RUNNING].
    private long stopped = RUNNING;

    /// Of the line that is being taken.
    private long time;

    /// Of the listing that was merged last.
    private boolean queuesToldApart;

    private int notUnderstood;
    private @Nullable Reconciliation reconciled;

    /// Of a message that is put on hold before it has come.
    private record Envelope(String from, String to) {}

    QueueLog(String instance) {
        this.instance = instance;
        this.entries = new OpenEntries(instance);
    }

    String instance() {
        return instance;
    }

    QueueState state() {
        return new QueueState(
                instance, store(), complete, queuesToldApart, notUnderstood, wanted, reconciled);
    }

    /// When a message left the queue, or [IdTimes#NONE].
    long left(String id) {
        return ended.get(id);
    }

    @Nullable QueuedMessage message(String id) {
        return entries.message(id);
    }

    boolean isListingWaiting() {
        return listings.isWaiting();
    }

    boolean isComplete() {
        return complete;
    }

    Set<ListingCause> wanted() {
        return wanted;
    }

    /// Whether a line may be about a queue: most are not.
    static boolean concerns(LogLine line) {
        return switch (line.event()) {
            case CLIENT, PICKUP, MESSAGE_ID, QUEUED, DELIVERY, REMOVED, EXPIRED, HOLD, LOST ->
                    line.has(LogField.ID);
            case POSTSUPER, MASTER -> true;
            default -> false;
        };
    }

    /// Takes a line about this queue.
    ///
    /// @param micros its time, or that of the line before where it has none
    /// @param isHistory whether it may have been written long ago
    void fold(LogLine line, long micros, boolean isHistory) {
        time = micros;
        if (isHistory) {
            listings.writtenAt(micros);
        } else {
            listings.justNow();
        }
        String id = line.text(LogField.ID);
        if (id == null || !QueueId.isValid(id)) {
            if (line.event() == LogEvent.POSTSUPER && totals.isUnexplained(line)) {
                want(ListingCause.UNEXPLAINED_TOTAL);
            } else if (line.event() == LogEvent.MASTER) {
                run(line.textOrEmpty(LogField.TEXT), micros);
            }
            return;
        }
        switch (line.event()) {
            case CLIENT -> begin(id, Arrival.told(micros, true));
            case PICKUP -> pickUp(id, line.text(LogField.ORIG_ID), micros);
            case MESSAGE_ID -> name(id, micros);
            case QUEUED -> queued(id, line, micros);
            case DELIVERY -> tried(id, line, micros);
            case REMOVED, EXPIRED -> end(id);
            case HOLD ->
                    hold(
                            id,
                            new Envelope(
                                    line.textOrEmpty(LogField.FROM), line.textOrEmpty(LogField.TO)),
                            micros);
            case LOST -> lost(id);
            case POSTSUPER -> changed(id, line);
            default -> {}
        }
        if (entries.hasForgotten()) {
            giveUp();
        }
    }

    /// What master says of itself.
    private void run(String text, long micros) {
        if (text.startsWith("terminating on signal")) {
            stopped = micros;
        } else if (text.startsWith("daemon started")) {
            stopped = RUNNING;
        }
    }

    /// Whether Postfix was stopped by then and not started since, and no listing has worked.
    boolean hasStopped(long micros) {
        return stopped <= micros;
    }

    /// A message is about to come; one that had this id before is gone.
    private void begin(String id, Arrival arrival) {
        if (entries.has(id)) {
            end(id);
        }
        ended.take(id);
        touch(id, ListingWindow.TOLD);
        coming.begin(id, arrival);
    }

    private void pickUp(String id, @Nullable String before, long micros) {
        if (before == null || !QueueId.isValid(before)) {
            begin(id, Arrival.told(micros, true));
            return;
        }
        Entry old = entries.find(before);
        long arrival = requeued.take(before);
        if (old != null) {
            arrival = old.isShown() && old.isArrivalKnown() ? old.arrival() : IdTimes.NONE;
            end(before);
        }
        begin(
                id,
                arrival == IdTimes.NONE ? Arrival.told(micros, false) : new Arrival(arrival, true));
    }

    private void name(String id, long micros) {
        if (entries.has(id)) {
            return;
        }
        touch(id, ListingWindow.TOLD);
        coming.name(id, micros);
        Envelope envelope = held.remove(id);
        if (envelope != null) {
            comeHeld(id, envelope, micros);
        }
    }

    private void queued(String id, LogLine line, long micros) {
        Entry entry = entries.find(id);
        Arrival seen = coming.take(id);
        if (entry == null) {
            entry = entries.begin(id);
        }
        if (!entry.isShown()) {
            arrive(entry, seen, micros);
            if (seen != null) {
                entry.follow();
            }
            if (!entry.isArrivalKnown()) {
                wantUnknown();
            }
        }
        ended.take(id);
        held.remove(id);
        touch(id, ListingWindow.MOVED);
        entry.queued(
                line.textOrEmpty(LogField.FROM),
                line.number(LogField.SIZE, QueuedMessage.UNKNOWN_SIZE),
                (int) Math.min(line.number(LogField.NRCPT, Round.UNKNOWN), Integer.MAX_VALUE));
    }

    private static void arrive(Entry entry, @Nullable Arrival seen, long micros) {
        Arrival arrival = seen == null ? Arrival.told(micros, false) : seen;
        entry.arrived(arrival.micros(), arrival.sure());
    }

    private void tried(String id, LogLine line, long micros) {
        Attempt attempt = Attempt.of(line, micros);
        if (attempt == null) {
            if (!line.has(LogField.STATUS)) {
                lose(ListingCause.GAP);
            }
            return;
        }
        Entry entry = known(id);
        if (entry != null) {
            entry.tried(attempt);
            if (entry.isDeferred()) {
                settling.add(id, micros);
            } else if (entry.mayBeDeferred()) {
                wantUnknown();
            }
        }
    }

    /// The message that a line is about; null where it has just ended, or where nobody will tell
    /// the rest of it.
    private @Nullable Entry known(String id) {
        Entry entry = entries.find(id);
        if (entry == null) {
            if (ended.get(id) != IdTimes.NONE) {
                return null;
            }
            wantUnknown();
            if (!listings.areUnderWay()) {
                return null;
            }
            entry = entries.begin(id);
        }
        touch(id, ListingWindow.TOLD);
        return entry;
    }

    private void hold(String id, Envelope envelope, long micros) {
        if (entries.has(id)) {
            return;
        }
        if (coming.isNamed(id)) {
            comeHeld(id, envelope, micros);
        } else if (held.size() < MOST_HELD) {
            held.putIfAbsent(id, envelope);
        } else {
            want(ListingCause.HELD_ON_ARRIVAL);
        }
    }

    private void comeHeld(String id, Envelope envelope, long micros) {
        Entry entry = entries.begin(id);
        arrive(entry, coming.take(id), micros);
        entry.heldAsItCame(envelope.from(), envelope.to());
        touch(id, ListingWindow.MOVED);
        want(ListingCause.HELD_ON_ARRIVAL);
    }

    /// The client is gone before the message was whole.
    private void lost(String id) {
        var _ = coming.take(id);
        held.remove(id);
        Entry entry = entries.has(id) ? entries.find(id) : null;
        if (entry != null && entry.isBareHold()) {
            end(id);
        }
    }

    private void changed(String id, LogLine line) {
        String action = line.textOrEmpty(LogField.ACTION);
        totals.name(line, action);
        switch (action) {
            case "removed" -> end(id);
            case "requeued" -> {
                Entry entry = entries.find(id);
                if (entry != null && entry.isShown() && entry.isArrivalKnown()) {
                    requeued.put(id, entry.arrival());
                }
                end(id);
            }
            case "placed on hold" -> move(id, QueueName.HOLD);
            case "released from hold" -> move(id, QueueName.DEFERRED);
            case "expired" -> {
                Entry entry = known(id);
                if (entry != null) {
                    entry.expireByForce();
                }
            }
            default -> {}
        }
    }

    private void move(String id, QueueName to) {
        Entry entry = known(id);
        if (entry != null) {
            entry.move(to);
            touch(id, ListingWindow.MOVED);
        }
    }

    private void end(String id) {
        entries.remove(id);
        var _ = coming.take(id);
        held.remove(id);
        ended.put(id, time);
        touch(id, ListingWindow.ENDED);
    }

    private void touch(String id, byte how) {
        if (!listings.touch(id, how)) {
            giveUp();
        }
    }

    /// More has happened since a listing began than can be remembered.
    private void giveUp() {
        listings.giveUp();
        want(ListingCause.TOO_MUCH_MEANWHILE);
    }

    /// Before the first listing there are many that we do not know.
    private void wantUnknown() {
        if (complete) {
            want(ListingCause.UNKNOWN_MESSAGE);
        }
    }

    /// Lines were not taken into account.
    ///
    /// @param micros the time of the last of them
    void skipped(long micros) {
        listings.writtenAt(micros);
        if (complete || listings.hadBegun()) {
            entries.doubt();
            want(ListingCause.NOT_READ);
        }
    }

    /// Lines are lost, or may be.
    void lose(ListingCause cause) {
        listings.justNow();
        entries.doubt();
        want(cause);
    }

    private void want(ListingCause cause) {
        wanted.add(cause);
        listings.want(cause);
    }

    /// @param newest the time of the newest line
    /// @param earliest when it may have begun at the earliest, by the log's clock
    void listingBegan(long newest, long earliest) {
        ListingWindow window = new ListingWindow(earliest);
        settling.forEach(newest, window::settles);
        listings.began(window);
    }

    void listingFailed() {
        listings.failed();
    }

    /// The listing that began last has ended.
    ///
    /// @param due see [ListingWindow#listed]
    void listed(QueueListing listing, long due) {
        stopped = RUNNING;
        listings.listed(listing, due);
    }

    /// Merges the listing that waits, once the log has been read for long enough.
    void mergeWhenDue(long micros) {
        ListingWindow window = listings.takeDue(micros);
        if (window != null) {
            merge(window, Objects.requireNonNull(window.listing()));
        }
    }

    private void merge(ListingWindow window, QueueListing listing) {
        Merge merge = new Merge(entries, entries.store(true), listing, window);
        reconciled = merge.run(wanted);
        wanted.clear();
        wanted.addAll(window.wanted());
        complete = true;
        queuesToldApart = listing.queuesToldApart();
        notUnderstood = listing.notUnderstood();
        if (wanted.contains(ListingCause.GAP) || wanted.contains(ListingCause.NOT_READ)) {
            entries.doubt();
        }
        listings.justNow();
        // Moved from one queue to another while it was listed, a message may be missed.
        if (merge.isDoubtful() || !entries.areSure()) {
            want(ListingCause.UNKNOWN_MESSAGE);
        }
    }

    private QueueTable store() {
        return entries.store(listings.areUnderWay());
    }
}
