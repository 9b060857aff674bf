package org.spoolscope.model.action;

import java.util.Locale;
import java.util.Optional;

/// What can be done to queued mail. See postsuper(1) and postqueue(1).
public enum Verb {
    /// Kept from being delivered until it is released.
    HOLD,
    /// Back from hold into the deferred queue.
    RELEASE,
    /// Through Postfix once more, as a new message with a new id: after a change of its
    /// configuration.
    REQUEUE,
    /// Removed without a word to the sender. On hold first, and gone only after a time of grace.
    DELETE,
    /// Returned to the sender at the next attempt, as if it had become too old (Postfix 3.5).
    EXPIRE,
    /// Tried again now, each by itself.
    RETRY,
    /// All deferred mail, or that for one site, tried again now.
    FLUSH;

    /// As it is typed.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verb that is typed so.
    public static Optional<Verb> of(String label) {
        for (Verb verb : values()) {
            if (verb.label().equals(label)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /// Whether what it does can't be taken back once it is done, and matters.
    public boolean isDestructive() {
        return this == DELETE || this == EXPIRE || this == REQUEUE;
    }

    /// Whether it needs root on the server.
    public boolean needsRoot() {
        return this != RETRY && this != FLUSH;
    }

    /// What takes it back, where anything does. A deletion can be taken back until it is carried
    /// out.
    public Optional<Verb> undoneBy() {
        return switch (this) {
            case HOLD, DELETE -> Optional.of(RELEASE);
            case RELEASE -> Optional.of(HOLD);
            case REQUEUE, EXPIRE, RETRY, FLUSH -> Optional.empty();
        };
    }
}
