package org.spoolscope.postfix.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;

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
        boolean forcedExpire) {}
