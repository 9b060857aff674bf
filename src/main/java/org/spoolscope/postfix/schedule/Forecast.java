package org.spoolscope.postfix.schedule;

import java.time.Instant;

/// When something will happen to a queued message, as exactly as it can be told.
public sealed interface Forecast {
    /// It is under way, or begins as soon as the active queue has room.
    record Now() implements Forecast {}

    /// Not before `earliest`, and by `latest` unless the queue manager is held up: by a full active
    /// queue, or since Postfix is stopped.
    record Between(Instant earliest, Instant latest) implements Forecast {}

    /// It should have happened by `since`. The queue manager is held up, or the attempt that was
    /// said to be the last one was not.
    record Overdue(Instant since) implements Forecast {}

    /// Not by itself: the message is on hold, or damaged.
    record Never() implements Forecast {}
}
