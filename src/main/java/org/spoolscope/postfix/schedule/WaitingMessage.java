package org.spoolscope.postfix.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Tries;

/// What the queue manager's decisions about a queued message rest on.
///
/// @param arrival when the queue manager thinks that it came: when its queue file was made. That is
///   the arrival that a listing shows, but for a requeued message the moment of the requeue (a
///   listing goes on showing the first arrival)
/// @param lastAttempt when its last recipient was put off, such as the time of the last `deferred`
///   line of its latest attempt; null where that is not known, as from a listing alone
/// @param nullSender it has no sender whom it could go back to
/// @param forcedExpire `postsuper -e` has been used on it
public record WaitingMessage(
        Instant arrival,
        @Nullable Instant lastAttempt,
        QueueName queue,
        boolean nullSender,
        boolean forcedExpire) {
    /// As far as a listing and the log tell. Of a message that was requeued, the first arrival is
    /// taken for the one that counts: it may be kept for longer than is said.
    public static WaitingMessage of(QueuedMessage message) {
        Tries tries = message.tries();
        return new WaitingMessage(
                message.arrival(),
                tries == null ? null : tries.last(),
                message.queue(),
                message.sender().isEmpty(),
                message.forcedExpire());
    }

    static WaitingMessage of(QueueCursor row) {
        return new WaitingMessage(
                row.arrival(),
                row.lastTry(),
                row.queue(),
                row.sender().isEmpty(),
                row.forcedExpire());
    }
}
