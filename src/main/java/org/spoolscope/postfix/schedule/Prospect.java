package org.spoolscope.postfix.schedule;

import java.time.Instant;

/// What is ahead of one message.
///
/// @param now the moment at which it is told, by the server's clock, as all times here are
public record Prospect(WaitingMessage message, RetrySchedule schedule, Instant now) {
    public Forecast nextAttempt() {
        return schedule.nextAttempt(message, now);
    }

    public Forecast comesBack() {
        return schedule.comesBack(message, now);
    }
}
