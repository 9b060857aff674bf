package org.spoolscope.model;

import java.util.Locale;
import java.util.Optional;

/// Postfix's queues, in the order that `postqueue` scans them. `corrupt` is never listed by
/// `postqueue`; it is counted only where the account may read the spool.
public enum QueueName {
    MAILDROP,
    INCOMING,
    ACTIVE,
    DEFERRED,
    HOLD,
    CORRUPT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// Postfix's own lower-case name, as in `queue_name` and in directory names.
    public String label() {
        return label;
    }

    public static Optional<QueueName> parse(String label) {
        for (QueueName queue : values()) {
            if (queue.label.equals(label)) {
                return Optional.of(queue);
            }
        }
        return Optional.empty();
    }
}
