package org.spoolscope.postfix.queue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One round of attempts to deliver a message: who has been answered for, and who is put off.
///
/// Recipients whose addresses were not known before are counted by the addresses of the lines. An
/// alias that `local` delivers to several may so count more than once; then the round is taken to
/// be over a little early, which the lines that follow put right. Counted once, two recipients that
/// an alias of cleanup's was expanded to, which look the same, would leave it open for good.
final class Round {
    /// As many as there may be.
    static final int UNKNOWN = -1;

    private final int expected;
    private final @Nullable Set<String> pending;
    private Set<String> answered = Set.of();
    private Set<String> deferred = Set.of();
    private Set<String> aliases = Set.of();
    private boolean guessed;
    private boolean tried;

    private Round(int expected, @Nullable Set<String> pending, boolean guessed) {
        this.expected = expected;
        this.pending = pending;
        this.guessed = guessed;
    }

    /// Of so many recipients, or of [#UNKNOWN].
    static Round of(int expected) {
        return new Round(expected, null, expected == UNKNOWN);
    }

    /// Of these recipients.
    static Round of(Collection<String> pending) {
        return new Round(pending.size(), new HashSet<>(pending), false);
    }

    /// One of which the beginning was not read, and in which these may be left.
    static Round guessed(Collection<String> pending) {
        return new Round(pending.size(), new HashSet<>(pending), true);
    }

    /// The same round, in which these are known to be left.
    Round waitingFor(Collection<String> left) {
        return with(of(left));
    }

    /// The same round, in which these may be left.
    Round guessedFor(Collection<String> left) {
        return with(guessed(left));
    }

    private Round with(Round round) {
        round.answered = new HashSet<>(answered);
        round.deferred = new HashSet<>(deferred);
        round.tried = tried;
        return round;
    }

    /// A recipient has been answered for.
    ///
    /// @param mine what it is called among the message's recipients
    /// @param alias what `local` expanded, or null
    /// @return whether it is one of those that had not been answered for
    boolean answer(String address, String mine, @Nullable String alias) {
        if (pending != null) {
            pending.remove(mine);
        }
        answered = room(answered);
        boolean first = answered.add(address);
        if (alias == null) {
            return first;
        }
        aliases = room(aliases);
        return aliases.add(alias) && first;
    }

    void defer(String mine) {
        deferred = room(deferred);
        deferred.add(mine);
    }

    /// Most rounds are of one recipient and end well: sets are made when they are needed.
    private static Set<String> room(Set<String> set) {
        return set.isEmpty() ? new HashSet<>(4) : set;
    }

    /// Whether this is the first that is put off: rounds count as attempts, not recipients.
    boolean isFirstTry() {
        boolean first = !tried;
        tried = true;
        return first;
    }

    boolean isAnswered(String address) {
        return answered.contains(address);
    }

    boolean isDeferred(String mine) {
        return deferred.contains(mine);
    }

    Set<String> deferred() {
        return deferred;
    }

    /// Lines of it may be lost.
    void doubt() {
        guessed = true;
    }

    /// Whether its beginning was not read, or not all of it: some may have been answered for.
    boolean isGuessed() {
        return guessed;
    }

    /// Whether all have been answered for.
    boolean isOver() {
        return pending == null
                ? expected != UNKNOWN && answered.size() >= expected
                : pending.isEmpty();
    }
}
