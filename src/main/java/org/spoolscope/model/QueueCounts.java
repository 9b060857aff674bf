package org.spoolscope.model;

import java.util.Collection;

/// Messages per queue.
public record QueueCounts(
        int maildrop, int incoming, int active, int deferred, int hold, int corrupt) {
    public static final QueueCounts NONE = new QueueCounts(0, 0, 0, 0, 0, 0);

    public static QueueCounts of(Collection<QueuedMessage> messages) {
        int[] counts = new int[QueueName.values().length];
        for (QueuedMessage message : messages) {
            counts[message.queue().ordinal()]++;
        }
        return new QueueCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    public int of(QueueName queue) {
        return switch (queue) {
            case MAILDROP -> maildrop;
            case INCOMING -> incoming;
            case ACTIVE -> active;
            case DEFERRED -> deferred;
            case HOLD -> hold;
            case CORRUPT -> corrupt;
        };
    }

    public int total() {
        return maildrop + incoming + active + deferred + hold + corrupt;
    }

    public QueueCounts plus(QueueCounts other) {
        return new QueueCounts(
                maildrop + other.maildrop,
                incoming + other.incoming,
                active + other.active,
                deferred + other.deferred,
                hold + other.hold,
                corrupt + other.corrupt);
    }
}
