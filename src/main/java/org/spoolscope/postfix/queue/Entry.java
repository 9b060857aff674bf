package org.spoolscope.postfix.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Tries;

/// A message that lines are about at present, and what is known of it. One of which there was only
/// a part to be read is not shown; a listing tells the rest.
final class Entry {
    /// A listing has whole seconds, of when the first line of a message was about to be written.
    private static final Duration SAME_TIME = Duration.ofSeconds(2);

    final QueueId id;
    private @Nullable QueueName queue;
    private long arrival;
    private boolean arrivalKnown;
    private long size = QueuedMessage.UNKNOWN_SIZE;
    private @Nullable String sender;
    private final Delivery delivery = new Delivery();
    private boolean forcedExpire;
    private int tries;
    private long lastTry;
    private String relay = "";
    private boolean changed = true;
    private boolean stored;

    /// Of a message of which nothing is known yet.
    Entry(QueueId id) {
        this.id = id;
    }

    /// Of one that is stored.
    ///
    /// @param arrivalKnown whether it was then, and not only when we first heard of it
    Entry(QueuedMessage message, boolean arrivalKnown) {
        this.id = message.id();
        this.arrivalKnown = arrivalKnown;
        take(message);
        changed = false;
        stored = true;
    }

    /// Replaces what is known, but for the attempts of the present round.
    void take(QueuedMessage message) {
        queue = message.queue();
        arrival = micros(message.arrival());
        size = message.size();
        sender = message.sender();
        delivery.take(message);
        forcedExpire = message.forcedExpire();
        Tries its = message.tries();
        if (its != null) {
            tries = its.count();
            lastTry = micros(its.last());
            relay = its.relay();
        }
        changed = true;
    }

    /// When it came, where that is told.
    void arrived(long micros, boolean known) {
        arrival = micros;
        arrivalKnown = known;
    }

    boolean isArrivalKnown() {
        return arrivalKnown;
    }

    long arrival() {
        return arrival;
    }

    /// It was seen as it came, so that all that becomes of it will be.
    void follow() {
        delivery.follow();
    }

    /// The queue manager takes it up.
    ///
    /// @param came recipients that it came with, those that are done included, or [Round#UNKNOWN]
    void queued(String from, long bytes, int came) {
        queue = QueueName.ACTIVE;
        sender = from;
        size = bytes;
        changed = true;
        delivery.begin(came);
    }

    /// It came and was put on hold.
    void heldAsItCame(String from, String to) {
        queue = QueueName.HOLD;
        sender = from;
        if (!to.isEmpty()) {
            delivery.add(new Recipient(to, null));
        }
        changed = true;
    }

    /// Whether it was held as it came, and nothing has told more of it since.
    boolean isBareHold() {
        return queue == QueueName.HOLD && size == QueuedMessage.UNKNOWN_SIZE;
    }

    void move(QueueName to) {
        queue = to;
        changed = true;
    }

    void expireByForce() {
        forcedExpire = true;
        changed = true;
    }

    void tried(Attempt attempt) {
        tries += delivery.tried(attempt) ? 1 : 0;
        if (attempt.putOff()) {
            lastTry = attempt.micros();
            relay = attempt.relay();
        }
        settle();
        changed = true;
    }

    private void settle() {
        if (queue != null
                && delivery.settle(queue == QueueName.HOLD)
                && queue == QueueName.ACTIVE) {
            queue = QueueName.DEFERRED;
        }
    }

    /// Takes from a listing what is not known, and nothing else: lines that came since it began
    /// have told the rest.
    void complete(QueuedMessage row) {
        if (!arrivalKnown) {
            arrival = micros(row.arrival());
            arrivalKnown = true;
        }
        if (size == QueuedMessage.UNKNOWN_SIZE) {
            size = row.size();
        }
        sender = sender == null ? row.sender() : sender;
        forcedExpire |= row.forcedExpire();
        QueueName now = queue == null ? row.queue() : queue;
        queue = now;
        delivery.complete(row, now);
        settle();
        changed = true;
    }

    /// A listing's row, for one that no line has been about since it began.
    ///
    /// @return the row with what only the log knows
    static QueuedMessage merged(QueuedMessage row, QueuedMessage ours, boolean arrivalKnown) {
        Duration apart = Duration.between(row.arrival(), ours.arrival()).abs();
        boolean same = arrivalKnown && apart.compareTo(SAME_TIME) <= 0;
        return new QueuedMessage(
                row.instance(),
                row.queue(),
                row.id(),
                same ? ours.arrival() : row.arrival(),
                row.size(),
                row.sender(),
                row.recipients(),
                0,
                row.forcedExpire(),
                ours.tries());
    }

    /// Whether it is known well enough to be counted.
    boolean isShown() {
        return queue != null && sender != null;
    }

    boolean isHeld() {
        return queue == QueueName.HOLD;
    }

    boolean isIncoming() {
        return queue == QueueName.INCOMING || queue == QueueName.MAILDROP;
    }

    boolean isDeferred() {
        return queue == QueueName.DEFERRED;
    }

    /// Lines about it may be lost.
    void doubt() {
        delivery.doubt();
    }

    /// Whether it may have been put off by a line that was not read.
    boolean mayBeDeferred() {
        return queue == QueueName.ACTIVE && delivery.isGuessed();
    }

    /// Whether it is known how far its delivery is, held meanwhile or not.
    boolean isInDelivery() {
        return queue == QueueName.ACTIVE || queue == QueueName.HOLD && delivery.isUnderWay();
    }

    /// Whether its delivery was cut short: it is known how many of its recipients are left, and not
    /// who they are.
    boolean isUnfinished() {
        return delivery.isUnfinished();
    }

    /// Whether a listing can tell more of it, and it is known what not to take from that.
    boolean isPart() {
        return !isShown() || delivery.hasDone();
    }

    /// Whether it differs from what is stored.
    boolean isChanged() {
        return changed;
    }

    boolean isStored() {
        return stored;
    }

    void stored() {
        stored = true;
        changed = false;
    }

    /// As a message; only of one that is shown.
    QueuedMessage message(String instance) {
        if (queue == null || sender == null) {
            throw new IllegalStateException(id.value());
        }
        return new QueuedMessage(
                instance,
                queue,
                id,
                instant(arrival),
                size,
                sender,
                delivery.recipients(),
                delivery.unknown(),
                forcedExpire,
                tries == 0 ? null : new Tries(tries, instant(lastTry), relay));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
