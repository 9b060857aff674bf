package org.spoolscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.QueueName;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.postfix.schedule.RetrySchedule;
import org.spoolscope.postfix.schedule.WaitingMessage;
import org.spoolscope.ui.control.Times;

/// With Postfix's defaults: backoff 300 to 4,000 s, a scan each 300 s, five days to live.
final class ForecastTextTest {
    private static final Instant NOW = Instant.parse("2026-03-13T13:00:00Z");
    private static final Times TIMES = new Times(ZoneId.of("Europe/Oslo"));

    private static Prospect prospect(
            QueueName queue, int age, @Nullable Integer tried, boolean nobody, boolean expires) {
        return new Prospect(
                new WaitingMessage(
                        NOW.minusSeconds(age),
                        tried == null ? null : NOW.minusSeconds(tried),
                        queue,
                        nobody,
                        expires),
                new RetrySchedule(InstanceSettings.defaults(Instance.NO_NAME)),
                NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DEFERRED | 720    | 120  | between 14:07 and 14:13, in 8–13 min | 8–13 min
                    DEFERRED | 720    | 500  | due now: at the next queue run, by 14:01 | ≤ 1 min
                    DEFERRED | 720    | 9000 | due since 11:40: the queue manager is held up, or an attempt was not seen | overdue
                    DEFERRED | 720    |      | by 14:17, within 17 min; when it was tried last is not known | ≤ 17 min
                    DEFERRED | 100000 | 0    | between 15:06 and 15:11, in 67–72 min | 67–72 min
                    ACTIVE   | 10     |      | under way, or as soon as the queue manager gets to it | now
                    INCOMING | 10     |      | as soon as the active queue has room | now
                    MAILDROP | 10     |      | as soon as the active queue has room | now
                    HOLD     | 100000 | 500  | on hold: not tried until it is released | on hold
                    CORRUPT  | 100000 |      | damaged: not tried any more | never
                    """)
    void tellsTheNextAttempt(
            QueueName queue, int age, @Nullable Integer tried, String said, String inShort) {
        Prospect prospect = prospect(queue, age, tried, false, false);
        assertThat(ForecastText.nextAttempt(prospect, TIMES)).hasToString(said);
        assertThat(ForecastText.untilNextAttempt(prospect)).hasToString(inShort);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DEFERRED | 72000  |      | false | false | to its sender in 4 d 4 h (between 2026-03-17 18:00 and 19:11) | 4 d 4 h
                    DEFERRED | 72000  |      | true  | false | to nobody (null sender): dropped in 4 d 4 h (between 2026-03-17 18:00 and 19:11) | 4 d 4 h
                    DEFERRED | 431000 | 60   | false | false | to its sender in 1 h 5 min (between 15:05 and 15:10) | 1 h 5 min
                    DEFERRED | 500000 |      | false | false | to its sender with the next attempt that fails, by 15:11 | ≤ 1 h 11 min
                    DEFERRED | 500000 | 9000 | false | false | to its sender with the next attempt that fails, due since 12:41 | overdue
                    DEFERRED | 720    |      | false | true  | to its sender with the next attempt that fails, by 14:17 | ≤ 17 min
                    ACTIVE   | 500000 |      | false | false | to its sender if the attempt under way fails | now
                    HOLD     | 500000 |      | false | false | not while it is on hold | on hold
                    CORRUPT  | 500000 |      | false | false | damaged: never by itself | never
                    """)
    void tellsWhenItGoesBack(
            QueueName queue,
            int age,
            @Nullable Integer tried,
            boolean nobody,
            boolean expires,
            String said,
            String inShort) {
        Prospect prospect = prospect(queue, age, tried, nobody, expires);
        assertThat(ForecastText.comesBack(prospect, TIMES)).hasToString(said);
        assertThat(ForecastText.untilItComesBack(prospect)).hasToString(inShort);
    }

    /// Where the queue is looked at every few seconds.
    @Test
    void tellsOneMinuteOnce() {
        assertThat(ForecastText.nextAttempt(deferredNow(65), TIMES))
                .hasToString("at 14:01, in 1 min");
        assertThat(ForecastText.comesBack(deferredNow(10), TIMES))
                .hasToString("to its sender in 5 d (at 2026-03-18 14:00)");
    }

    /// @param backoff in seconds
    private static Prospect deferredNow(int backoff) {
        InstanceSettings often =
                new InstanceSettings(
                        Duration.ofSeconds(backoff),
                        Duration.ofSeconds(backoff),
                        Duration.ofSeconds(20),
                        Duration.ofDays(5),
                        Duration.ofDays(5),
                        20_000,
                        20,
                        "postfix");
        return new Prospect(
                new WaitingMessage(NOW, NOW, QueueName.DEFERRED, false, false),
                new RetrySchedule(often),
                NOW);
    }
}
