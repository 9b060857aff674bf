package org.spoolscope.postfix.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.ServerSnapshot;

/// What is ahead of the messages of one instance, told at a moment by the desktop's clock. What is
/// told is by the server's clock, as arrivals and attempts are.
///
/// @param clockAhead how far the server's clock is ahead of the desktop's
public record Outlook(RetrySchedule schedule, Duration clockAhead) {
    /// By the settings of an instance.
    ///
    /// @param facts about its server; null before the first connection, when clocks count as equal
    public static Outlook of(Instance instance, @Nullable ServerFacts facts) {
        return new Outlook(
                new RetrySchedule(instance.settings()),
                facts == null ? Duration.ZERO : facts.clockAhead());
    }

    /// What is ahead of a message, if it is in one of a server's queues.
    ///
    /// @param now by the desktop's clock
    public static Optional<Prospect> find(ServerSnapshot server, QueueId id, Instant now) {
        for (InstanceQueue queue : server.queues()) {
            KnownQueue known = queue.known();
            QueuedMessage message = known == null ? null : known.messages().find(id);
            if (message != null) {
                return Optional.of(of(queue.instance(), server.facts()).of(message, now));
            }
        }
        return Optional.empty();
    }

    /// What is ahead of a message of that instance.
    ///
    /// @param now by the desktop's clock
    public Prospect of(QueuedMessage message, Instant now) {
        return of(WaitingMessage.of(message), now);
    }

    /// The same for the message a cursor is at.
    public Prospect of(QueueCursor row, Instant now) {
        return of(WaitingMessage.of(row), now);
    }

    private Prospect of(WaitingMessage message, Instant now) {
        return new Prospect(message, schedule, now.plus(clockAhead));
    }
}
