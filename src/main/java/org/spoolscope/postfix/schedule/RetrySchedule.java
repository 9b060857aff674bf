package org.spoolscope.postfix.schedule;

import java.time.Duration;
import java.time.Instant;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.QueueName;

/// The rules by which qmgr(8) puts messages off (qmgr_active.c): a message that could not be
/// delivered rests for as long as it has been in the queue, at least `minimal_backoff_time` and at
/// most `maximal_backoff_time`; the first scan of the deferred queue after that, one each
/// `queue_run_delay`, takes it up again. One that is put off at an age of `maximal_queue_lifetime`
/// or more goes back to its sender.
///
/// What changes that is not foreseen: a flush (`postqueue -f`, `-i`, `-s`), a full active queue, a
/// reload, `defer_transports`, or a person who holds, releases or deletes the message.
///
/// @param settings of the instance whose queue it is
public record RetrySchedule(InstanceSettings settings) {
    /// qmgr cuts both moments down to whole seconds, and takes up a file whose time is a second
    /// away.
    private static final Duration EARLY = Duration.ofSeconds(3);

    /// Its timer counts in whole seconds, too.
    private static final Duration LATE = Duration.ofSeconds(1);

    /// How long the message rests when it is put off at `age` (a negative one counts as none).
    public Duration backoff(Duration age) {
        Duration most = settings.maximalBackoff();
        Duration least = settings.minimalBackoff();
        Duration limited = age.compareTo(most) > 0 ? most : age;
        return limited.compareTo(least) < 0 ? least : limited;
    }

    /// When the queue manager takes it up next.
    ///
    /// Where the last attempt is not known, only the latest moment is: had it been put off just
    /// now, it would be taken up by then.
    public Forecast nextAttempt(WaitingMessage message, Instant now) {
        return switch (message.queue()) {
            case HOLD, CORRUPT -> new Forecast.Never();
            case MAILDROP, INCOMING, ACTIVE -> new Forecast.Now();
            case DEFERRED -> nextScan(message, now);
        };
    }

    /// When it goes back to its sender, provided that no attempt delivers it before: with its first
    /// attempt that ends after its lifetime, or once it is taken up when it was forced to expire.
    /// Mail from the null sender is dropped then: nobody gets it back. How long attempts take is
    /// not counted.
    public Forecast comesBack(WaitingMessage message, Instant now) {
        Duration lifetime =
                message.nullSender() ? settings.bounceLifetime() : settings.maximalLifetime();
        Instant end = message.arrival().plus(lifetime);
        Instant latest = scannedBy(end.plus(backoff(lifetime)));
        return switch (nextAttempt(message, now)) {
            case Forecast.Never never -> never;
            case Forecast.Overdue overdue -> overdue;
            case Forecast.Now under when !end.isAfter(now) -> under;
            case Forecast.Now under when message.forcedExpire() ->
                    // Whether that was before it became active is not known: it is read then only.
                    message.queue() == QueueName.ACTIVE
                            ? new Forecast.Between(now, scannedBy(rested(message, now)))
                            : under;
            case Forecast.Now _ -> new Forecast.Between(end, latest);
            case Forecast.Between attempt
                    when message.forcedExpire() || !end.isAfter(attempt.earliest()) ->
                    attempt;
            case Forecast.Between attempt ->
                    new Forecast.Between(end, later(attempt.latest(), latest));
        };
    }

    private Forecast nextScan(WaitingMessage message, Instant now) {
        Instant last = message.lastAttempt();
        if (last == null) {
            return new Forecast.Between(now, scannedBy(rested(message, now)));
        }
        Instant rested = rested(message, last);
        Instant latest = scannedBy(rested);
        return latest.isBefore(now)
                ? new Forecast.Overdue(latest)
                : new Forecast.Between(later(rested.minus(EARLY), now), latest);
    }

    /// Until when it rests when it is put off at that moment.
    private Instant rested(WaitingMessage message, Instant putOff) {
        return putOff.plus(backoff(Duration.between(message.arrival(), putOff)));
    }

    private Instant scannedBy(Instant rested) {
        return rested.plus(settings.queueRunDelay()).plus(LATE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
