package org.spoolscope.postfix.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Who is left of a message's recipients, and how far the present round of attempts is.
final class Delivery {
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();

    /// How many more there are, where that is known.
    private int unknown;

    private boolean known;
    private @Nullable Round round;

    /// Whether all that became of them since the message came was told.
    private boolean followed;

    /// How many are done, while it is [#followed].
    private int finished;

    /// Those that are done, as long as it is not known who all were.
    private final Set<String> done = new HashSet<>();

    /// The message was seen as it came, so that all that becomes of it will be.
    void follow() {
        followed = true;
    }

    /// Who is left as a listing or the table has it. The attempts of the present round stay.
    void take(QueuedMessage message) {
        recipients.clear();
        message.recipients().forEach(this::add);
        unknown = message.recipientsUnknown();
        known = message.size() != QueuedMessage.UNKNOWN_SIZE;
        reckon(message.queue());
    }

    void add(Recipient recipient) {
        recipients.put(key(recipient.address()), recipient);
    }

    /// A round begins.
    ///
    /// @param came recipients that it came with, those that are done included, or [Round#UNKNOWN]
    void begin(int came) {
        if (!isWhole()) {
            unknown = Math.max(0, came - finished - recipients.size());
            known = followed && came != Round.UNKNOWN;
        }
        if (isWhole()) {
            round = Round.of(recipients.keySet());
        } else {
            round = Round.of(known ? came - finished : Round.UNKNOWN);
        }
    }

    /// A recipient has been answered for.
    ///
    /// @return whether this is the first of the round that is put off
    boolean tried(Attempt attempt) {
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
            return putOff(attempt, mine, its);
        }
        finished += another ? 1 : 0;
        if (!its.isDeferred(mine)) {
            recipients.remove(mine);
        }
        if (!isWhole()) {
            done.add(address);
            done.add(original);
        }
        return false;
    }

    private boolean putOff(Attempt attempt, String mine, Round its) {
        Recipient before = recipients.get(mine);
        String address = before == null ? attempt.address() : before.address();
        recipients.put(
                mine, new Recipient(address, attempt.reason().isEmpty() ? null : attempt.reason()));
        its.defer(mine);
        return its.isFirstTry();
    }

    /// Once all are answered for, those that are put off are those that are left; with others where
    /// it was not seen who was put off before.
    ///
    /// @return whether all are, and the message stays
    boolean settle(boolean held) {
        if (round == null || !round.isOver() || !held && round.deferred().isEmpty()) {
            return false;
        }
        if (!round.isGuessed()) {
            recipients.keySet().retainAll(round.deferred());
            unknown = 0;
            known = true;
        }
        return true;
    }

    /// Takes from a listing who was not known. Recipients only ever become fewer: who is not listed
    /// any more is done, and the line that said so is lost.
    ///
    /// @param queue where the message is
    void complete(QueuedMessage row, QueueName queue) {
        boolean was = isWhole();
        if (!was) {
            for (Recipient recipient : row.recipients()) {
                String key = key(recipient.address());
                if (!done.contains(key)) {
                    recipients.putIfAbsent(key, recipient);
                }
            }
            unknown = 0;
            known = true;
        }
        if (leaveOut(row) || !was) {
            reckon(queue);
        }
        done.clear();
    }

    /// Where none is listed by our names, other names were meant.
    private boolean leaveOut(QueuedMessage row) {
        Set<String> listed = new HashSet<>();
        row.recipients().forEach(recipient -> listed.add(key(recipient.address())));
        return !Collections.disjoint(listed, recipients.keySet())
                && recipients.keySet().retainAll(listed);
    }

    /// Works out who is left of the present round: whoever has no reason on file. Where all have
    /// one, or where its beginning was not read and some have, those may be of the round before.
    private void reckon(QueueName queue) {
        if (queue != QueueName.ACTIVE) {
            round = queue == QueueName.HOLD ? round : null;
            return;
        }
        if (!isWhole()) {
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

    /// Lines about it may be lost.
    void doubt() {
        followed = false;
        if (round != null) {
            round.doubt();
        }
    }

    /// Whether all that are left are known, so that nothing is to be taken from a listing.
    private boolean isWhole() {
        return known && unknown == 0;
    }

    /// Whether it was cut short: it is known how many are left, and not who they are.
    boolean isUnfinished() {
        return followed && known && unknown > 0;
    }

    /// Whether some may have been answered for by a line that was not read.
    boolean isGuessed() {
        return round != null && round.isGuessed();
    }

    /// Whether it is known that some are still to be answered for.
    boolean isUnderWay() {
        return round != null && !round.isGuessed() && !round.isOver();
    }

    /// Whether it is known what not to take from a listing.
    boolean hasDone() {
        return !done.isEmpty();
    }

    List<Recipient> recipients() {
        return new ArrayList<>(recipients.values());
    }

    int unknown() {
        return unknown;
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
}
