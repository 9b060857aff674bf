package org.spoolscope.model;

/// Messages per queue.
public record QueueCounts(
        int maildrop, int incoming, int active, int deferred, int hold, int corrupt) {
    public static final QueueCounts NONE = new QueueCounts(0, 0, 0, 0, 0, 0);

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
