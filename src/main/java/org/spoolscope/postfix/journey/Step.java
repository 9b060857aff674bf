package org.spoolscope.postfix.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a journey.
///
/// @param time by the log's clock; null where the line had none
/// @param line its number in the source
/// @param program as logged, such as `postfix/submission/smtpd`
/// @param text the line behind its header and queue id
/// @param attempt of a delivery agent's line, else null
public record Step(
        @Nullable Instant time,
        Kind kind,
        long line,
        String program,
        String text,
        @Nullable Attempt attempt) {
    /// What happened.
    public enum Kind {
        /// The client connected; the line is joined by the process id.
        CONNECTED,
        /// TLS was agreed on, with the client or the next hop; joined by the process id.
        TLS,
        /// From a client over SMTP.
        RECEIVED,
        /// From a local account, or again after a requeue.
        PICKED_UP,
        /// cleanup saw the Message-ID.
        NAMED,
        /// It entered the active queue.
        ACTIVE,
        /// One recipient was tried.
        ATTEMPT,
        /// Too old, or expired by force.
        EXPIRED,
        /// A notification was sent, a message of its own.
        NOTIFIED,
        HELD,
        RELEASED,
        /// By an administrator: it goes on under a new id.
        REQUEUED,
        /// By an administrator: it bounces at the next attempt.
        EXPIRE_ASKED,
        /// Turned away by us after it had got its id.
        REJECTED,
        DISCARDED,
        /// A rule or a local recipient sent it another way.
        REDIRECTED,
        /// The queue manager was done with it.
        REMOVED,
        /// By an administrator.
        DELETED,
        /// cleanup gave it up before it was queued.
        CANCELED,
        /// The client left, or was lost; joined by the process id.
        DISCONNECTED,
        WARNING,
        OTHER
    }
}
