package org.spoolscope.postfix.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.QueueName;

class RetryScheduleTest {
    private static final Instant ARRIVAL = Instant.parse("2026-11-24T10:00:00Z");
    private static final long LIFETIME = Duration.ofDays(5).toSeconds();

    private final RetrySchedule schedule = new RetrySchedule(InstanceSettings.defaults("-"));

    @ParameterizedTest
    @CsvSource({
        "-60, 300",
        "0, 300",
        "299, 300",
        "301, 301",
        "3999, 3999",
        "4001, 4000",
        "400000, 4000"
    })
    void restsAsLongAsItHasBeenThereWithinLimits(long age, long rests) {
        assertThat(schedule.backoff(Duration.ofSeconds(age))).isEqualTo(Duration.ofSeconds(rests));
    }

    @Test
    void theLowerLimitCountsWhenTheLimitsCross() {
        RetrySchedule crossed = schedule(600, 60, 300, 1000, 1000);
        assertThat(crossed.backoff(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void isTakenUpByTheFirstScanAfterItsRest() {
        assertThat(schedule.nextAttempt(deferred(2), at(10))).isEqualTo(between(299, 603));
        assertThat(schedule.nextAttempt(deferred(1200), at(1300))).isEqualTo(between(2397, 2701));
        assertThat(schedule.nextAttempt(deferred(50_000), at(50_001)))
                .isEqualTo(between(53_997, 54_301));
    }

    @Test
    void fromTheEndOfItsRestOnItMayBeAnyMoment() {
        assertThat(schedule.nextAttempt(deferred(1200), at(2500))).isEqualTo(between(2500, 2701));
        assertThat(schedule.nextAttempt(deferred(1200), at(2701))).isEqualTo(between(2701, 2701));
        assertThat(schedule.nextAttempt(deferred(1200), at(2702)))
                .isEqualTo(new Forecast.Overdue(at(2701)));
    }

    @Test
    void withoutALastAttemptOnlyTheLatestMomentIsKnown() {
        assertThat(schedule.nextAttempt(deferred(null), at(60))).isEqualTo(between(60, 661));
        assertThat(schedule.nextAttempt(deferred(null), at(1000))).isEqualTo(between(1000, 2301));
        assertThat(schedule.nextAttempt(deferred(null), at(90_000)))
                .isEqualTo(between(90_000, 94_301));
    }

    @ParameterizedTest
    @EnumSource(
            value = QueueName.class,
            names = {"MAILDROP", "INCOMING", "ACTIVE"})
    void whatIsNotDeferredIsTriedNow(QueueName queue) {
        assertThat(schedule.nextAttempt(in(queue, false), at(60))).isEqualTo(new Forecast.Now());
        assertThat(schedule.comesBack(in(queue, false), at(60)))
                .isEqualTo(between(LIFETIME, LIFETIME + 4301));
        assertThat(schedule.comesBack(in(queue, false), at(LIFETIME)))
                .isEqualTo(new Forecast.Now());
    }

    @ParameterizedTest
    @EnumSource(
            value = QueueName.class,
            names = {"HOLD", "CORRUPT"})
    void whatIsHeldStaysForEver(QueueName queue) {
        for (boolean forced : new boolean[] {false, true}) {
            assertThat(schedule.nextAttempt(in(queue, forced), at(9 * LIFETIME)))
                    .isEqualTo(new Forecast.Never());
            assertThat(schedule.comesBack(in(queue, forced), at(9 * LIFETIME)))
                    .isEqualTo(new Forecast.Never());
        }
    }

    @Test
    void goesBackAtTheFirstAttemptAfterItsLifetime() {
        assertThat(schedule.comesBack(deferred(1200), at(1300)))
                .isEqualTo(between(LIFETIME, LIFETIME + 4301));
        assertThat(schedule.comesBack(deferred(LIFETIME - 3998), at(LIFETIME - 3000)))
                .isEqualTo(between(LIFETIME, LIFETIME + 4301));
        assertThat(schedule.comesBack(deferred(LIFETIME - 3997), at(LIFETIME - 3000)))
                .isEqualTo(between(LIFETIME, LIFETIME + 304));
        assertThat(schedule.comesBack(deferred(LIFETIME - 1), at(LIFETIME + 10)))
                .isEqualTo(between(LIFETIME + 3996, LIFETIME + 4300));
        assertThat(schedule.comesBack(deferred(LIFETIME - 9000), at(LIFETIME)))
                .isEqualTo(new Forecast.Overdue(at(LIFETIME - 9000 + 4301)));
    }

    @Test
    void mailFromTheNullSenderHasALifetimeOfItsOwn() {
        RetrySchedule brief = schedule(300, 4000, 300, LIFETIME, 3600);
        assertThat(brief.comesBack(message(600L, QueueName.DEFERRED, true, false), at(700)))
                .isEqualTo(between(3600, 3600 + 3600 + 301));
        assertThat(brief.comesBack(message(600L, QueueName.DEFERRED, false, false), at(700)))
                .isEqualTo(between(LIFETIME, LIFETIME + 4301));
    }

    @Test
    void withoutALifetimeTheFirstAttemptIsTheLast() {
        RetrySchedule once = schedule(300, 4000, 300, 0, 0);
        assertThat(once.comesBack(in(QueueName.ACTIVE, false), at(1)))
                .isEqualTo(new Forecast.Now());
    }

    @Test
    void whatIsForcedToExpireGoesBackWhenItIsTakenUp() {
        assertThat(schedule.comesBack(message(1200L, QueueName.DEFERRED, false, true), at(1300)))
                .isEqualTo(between(2397, 2701));
        assertThat(schedule.comesBack(in(QueueName.INCOMING, true), at(1)))
                .isEqualTo(new Forecast.Now());
        assertThat(schedule.comesBack(in(QueueName.ACTIVE, true), at(1000)))
                .isEqualTo(between(1000, 2301));
    }

    private static RetrySchedule schedule(
            long minimal, long maximal, long scan, long lifetime, long bounce) {
        return new RetrySchedule(
                new InstanceSettings(
                        Duration.ofSeconds(minimal),
                        Duration.ofSeconds(maximal),
                        Duration.ofSeconds(scan),
                        Duration.ofSeconds(lifetime),
                        Duration.ofSeconds(bounce),
                        20_000,
                        20,
                        "postfix"));
    }

    private static WaitingMessage deferred(long putOff) {
        return deferred(Long.valueOf(putOff));
    }

    private static WaitingMessage deferred(@Nullable Long putOff) {
        return message(putOff, QueueName.DEFERRED, false, false);
    }

    private static WaitingMessage in(QueueName queue, boolean forced) {
        return message(null, queue, false, forced);
    }

    private static WaitingMessage message(
            @Nullable Long putOff, QueueName queue, boolean nullSender, boolean forced) {
        return new WaitingMessage(
                ARRIVAL, putOff == null ? null : at(putOff), queue, nullSender, forced);
    }

    private static Forecast between(long earliest, long latest) {
        return new Forecast.Between(at(earliest), at(latest));
    }

    private static Instant at(long second) {
        return ARRIVAL.plusSeconds(second);
    }
}
