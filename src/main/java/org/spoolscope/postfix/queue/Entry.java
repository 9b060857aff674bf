package org.spoolscope.postfix.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();

    /// How many more recipients there are, where that is known.
    private int unknown;

    private boolean recipientsKnown;
    private boolean forcedExpire;
    private int tries;
    private long lastTry;
    private String relay = "";
    private @Nullable Round round;

    /// Whether all that became of its recipients since it came was told.
    private boolean followed;

    /// How many recipients are done, while it is [#followed].
    private int finished;

    /// Recipients that are done, as long as it is not known who all were.
    private final Set<String> done = new HashSet<>();

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
        recipients.clear();
        for (Recipient recipient : message.recipients()) {
            recipients.put(key(recipient.address()), recipient);
        }
        unknown = message.recipientsUnknown();
        recipientsKnown = size != QueuedMessage.UNKNOWN_SIZE;
        forcedExpire = message.forcedExpire();
        Tries its = message.tries();
        if (its != null) {
            tries = its.count();
            lastTry = micros(its.last());
            relay = its.relay();
        }
        reckon();
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
        followed = true;
    }

    /// The queue manager takes it up.
    ///
    /// @param came recipients that it came with, those that are done included, or [Round#UNKNOWN]
    void queued(String from, long bytes, int came) {
        queue = QueueName.ACTIVE;
        sender = from;
        size = bytes;
        changed = true;
        if (isWhole()) {
            round = Round.of(recipients.keySet());
        } else {
            int left = Math.max(0, came - finished);
            unknown = Math.max(0, left - recipients.size());
            recipientsKnown = followed && came != Round.UNKNOWN;
            round =
                    isWhole()
                            ? Round.of(recipients.keySet())
                            : Round.of(recipientsKnown ? left : Round.UNKNOWN);
        }
    }

    /// It came and was put on hold.
    void heldAsItCame(String from, String to) {
        queue = QueueName.HOLD;
        sender = from;
        if (!to.isEmpty()) {
            recipients.put(key(to), new Recipient(to, null));
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
        String address = key(attempt.address());
        String original = attempt.original() == null ? address : key(attempt.original());
        boolean told = recipients.containsKey(address) || recipients.containsKey(original);
        String mine = recipients.containsKey(address) || !told ? address : original;
        String alias = attempt.alias() == null ? null : key(attempt.alias());
        Round its = round == null ? Round.of(Round.UNKNOWN) : round;
        round = its;
        boolean another = its.answer(address, mine, alias);
        if (!told && another && unknown > 0) {
            unknown--;
        }
        if (attempt.putOff()) {
            putOff(attempt, mine, its);
        } else {
            finished += another ? 1 : 0;
            if (!its.isDeferred(mine)) {
                recipients.remove(mine);
            }
            if (!isWhole()) {
                done.add(address);
                done.add(original);
            }
        }
        settle();
        changed = true;
    }

    private void putOff(Attempt attempt, String mine, Round its) {
        Recipient before = recipients.get(mine);
        String address = before == null ? attempt.address() : before.address();
        recipients.put(
                mine, new Recipient(address, attempt.reason().isEmpty() ? null : attempt.reason()));
        its.defer(mine);
        tries += its.isFirstTry() ? 1 : 0;
        lastTry = attempt.micros();
        relay = attempt.relay();
    }

    /// Once all are answered for, those that are put off are those that are left; with others where
    /// it was not seen who was put off before.
    private void settle() {
        if (round == null || !round.isOver() || queue == null) {
            return;
        }
        if (queue == QueueName.HOLD || !round.deferred().isEmpty()) {
            if (!round.isGuessed()) {
                recipients.keySet().retainAll(round.deferred());
                unknown = 0;
                recipientsKnown = true;
            }
            if (queue == QueueName.ACTIVE) {
                queue = QueueName.DEFERRED;
            }
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
        queue = queue == null ? row.queue() : queue;
        if (!recipientsKnown || unknown > 0) {
            for (Recipient recipient : row.recipients()) {
                String key = key(recipient.address());
                if (!done.contains(key)) {
                    recipients.putIfAbsent(key, recipient);
                }
            }
            unknown = 0;
            recipientsKnown = true;
            var _ = leaveOut(row);
            reckon();
            settle();
        } else if (leaveOut(row)) {
            reckon();
            settle();
        }
        done.clear();
        changed = true;
    }

    /// Recipients only ever become fewer: who is not listed any more is done, and the line that
    /// said so is lost. Where none is listed by our names, other names were meant.
    ///
    /// @return whether there were any
    private boolean leaveOut(QueuedMessage row) {
        Set<String> listed = new HashSet<>();
        row.recipients().forEach(recipient -> listed.add(key(recipient.address())));
        return !Collections.disjoint(listed, recipients.keySet())
                && recipients.keySet().retainAll(listed);
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

    /// Works out who is left of the present round: whoever has no reason on file. Where all have
    /// one, or where its beginning was not read and some have, those may be of the round before.
    private void reckon() {
        if (queue != QueueName.ACTIVE) {
            round = queue == QueueName.HOLD ? round : null;
            return;
        }
        if (unknown > 0 || !recipientsKnown) {
            return;
        }
        List<String> left = new ArrayList<>();
        List<String> without = new ArrayList<>();
        recipients.forEach((key, recipient) -> {
            if (round == null || !round.isAnswered(key) && !round.isDeferred(key)) {
                left.add(key);
                if (recipient.reason() == null) {
                    without.add(key);
                }
            }
        });
        if (round != null && !round.isGuessed() || left.equals(without)) {
            round = round == null ? Round.of(left) : round.waitingFor(left);
        } else {
            List<String> pending = without.isEmpty() ? left : without;
            round = round == null ? Round.guessed(pending) : round.guessedFor(pending);
        }
    }

    /// Whether all of it is known, so that nothing is to be taken from a listing.
    private boolean isWhole() {
        return recipientsKnown && unknown == 0;
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
        followed = false;
        if (round != null) {
            round.doubt();
        }
    }

    /// Whether it may have been put off by a line that was not read.
    boolean mayBeDeferred() {
        return queue == QueueName.ACTIVE && round != null && round.isGuessed();
    }

    /// Whether it is known how far its delivery is, held meanwhile or not.
    boolean isInDelivery() {
        return queue == QueueName.ACTIVE
                || queue == QueueName.HOLD
                        && round != null
                        && !round.isGuessed()
                        && !round.isOver();
    }

    /// Whether its delivery was cut short: it is known how many of its recipients are left, and not
    /// who they are.
    boolean isUnfinished() {
        return followed && recipientsKnown && unknown > 0;
    }

    /// Whether a listing can tell more of it, and it is known what not to take from that.
    boolean isPart() {
        return !isShown() || !done.isEmpty();
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
                new ArrayList<>(recipients.values()),
                unknown,
                forcedExpire,
                tries == 0 ? null : new Tries(tries, instant(lastTry), relay));
    }

    /// Of addresses, the letter case counts before the `@` only.
    private static String key(String address) {
        int at = address.lastIndexOf('@');
        for (int i = at + 1; at >= 0 && i < address.length(); i++) {
            char c = address.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= 0x80) {
                return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
            }
        }
        return address;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
