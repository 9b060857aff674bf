package org.spoolscope.model.action;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;

/// One message as the person saw it: what makes sure that nothing else is touched, as a short queue
/// id may come back as that of another message. Holds no address, so that it may be kept.
///
/// @param instance the Postfix instance
/// @param arrival a whole second where a listing told it, else by the log's clock, and none
/// @param size bytes, negative where it is not known
/// @param queue where it was then
public record Target(String instance, QueueId id, Instant arrival, long size, QueueName queue) {
    /// What the log calls a message's arrival may differ from what its queue file says by about
    /// this much.
    private static final Duration LOG_TOLERANCE = Duration.ofSeconds(2);

    public static Target of(QueuedMessage message) {
        return new Target(
                message.instance(),
                message.id(),
                message.arrival(),
                message.size(),
                message.queue());
    }

    /// Unique within one server.
    public String key() {
        return instance + "/" + id;
    }

    /// Whether a message with this id, as a listing shows it now, or the log, is the one that was
    /// seen.
    public boolean isSame(QueuedMessage now) {
        return isSameTime(now.arrival()) && (size < 0 || size == now.size());
    }

    private boolean isSameTime(Instant now) {
        Duration apart = Duration.between(arrival, now).abs();
        return wasListed(arrival) && wasListed(now)
                ? apart.isZero()
                : apart.compareTo(LOG_TOLERANCE) <= 0;
    }

    private static boolean wasListed(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
