package org.spoolscope.monitor.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolscope.model.Drain;

class DrainMeterTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final int SEEDS = 20;
    private static final double CLOSE = 0.2;

    /// What was told at half time.
    ///
    /// @param remaining seconds that it really took from then on
    private record HalfTime(double remaining, Drain told, Instant now) {
        boolean isClose() {
            return told instanceof Drain.Draining draining
                    && Math.abs(seconds(draining.emptyAt()) / remaining - 1) <= CLOSE;
        }

        boolean holds() {
            return told instanceof Drain.Draining(_, Instant earliest, Instant latest)
                    && seconds(earliest) <= remaining
                    && (latest == null || seconds(latest) >= remaining);
        }

        private double seconds(Instant to) {
            return Duration.between(now, to).toMillis() / 1000.0;
        }
    }

    static Stream<Arguments> campaigns() {
        return Stream.of(
                of("steady", seed -> new Campaign(20_000, seed).leaving((_, _) -> 10)),
                of(
                        "steady, noisy listings",
                        seed -> new Campaign(20_000, seed).leaving((_, _) -> 10).noisy(0.01)),
                of(
                        "steady, large, listed each minute",
                        seed ->
                                new Campaign(200_000, seed)
                                        .leaving((_, _) -> 30)
                                        .noisy(0.003)
                                        .listedEvery(60)),
                of(
                        "steady, large, listed each seven minutes",
                        seed ->
                                new Campaign(200_000, seed)
                                        .leaving((_, _) -> 30)
                                        .noisy(0.003)
                                        .listedEvery(400)),
                of(
                        "slowing down exponentially to a third of the rate",
                        seed -> slowing(20_000, 3, 10, seed)),
                of(
                        "slowing down to a third, not so many messages",
                        seed -> slowing(10_000, 3, 10, seed)),
                of(
                        "slowing down exponentially to a fifth of the rate",
                        seed -> slowing(20_000, 2, 10, seed)),
                of(
                        "slowing down exponentially to a tenth of the rate",
                        seed -> slowing(20_000, 1, 10, seed)),
                of(
                        "in waves of retries",
                        seed ->
                                new Campaign(8_000, seed)
                                        .leaving((_, _) -> 1)
                                        .inWaves(300)
                                        .noisy(0.003)),
                of(
                        "in few waves of retries",
                        seed ->
                                new Campaign(4_000, seed)
                                        .leaving((_, _) -> 1)
                                        .inWaves(300)
                                        .noisy(0.003)),
                of(
                        "in waves of retries that become smaller",
                        seed -> slowing(8_000, 0.3, 1.5, seed).inWaves(300)),
                of(
                        "throttled after a while",
                        seed ->
                                new Campaign(20_000, seed)
                                        .leaving((_, left) -> left > 12_000 ? 10 : 4)
                                        .noisy(0.003)),
                of(
                        "with other mail arriving",
                        seed ->
                                new Campaign(20_000, seed)
                                        .leaving((_, _) -> 10)
                                        .arriving(_ -> 3)
                                        .noisy(0.003)),
                of(
                        "after it was sent",
                        seed ->
                                new Campaign(100, seed)
                                        .leaving((_, _) -> 10)
                                        .arriving(second -> second < 1_200 ? 25 : 0.5)
                                        .noisy(0.003)),
                of(
                        "with a quarter deleted at once",
                        seed ->
                                new Campaign(20_000, seed)
                                        .leaving((second, _) ->
                                                second >= 300 && second < 303 ? 1_666 : 6)
                                        .noisy(0.003)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("campaigns")
    void atHalfTimeTheEndIsTold(String name, LongFunction<Campaign> campaign) {
        List<HalfTime> all = halfTimes(campaign);

        assertThat(all).allMatch(HalfTime::isClose);
        assertThat(all).filteredOn(HalfTime::holds).hasSizeGreaterThanOrEqualTo(SEEDS * 3 / 4);
    }

    /// At a rate that follows what is left, the last messages' luck moves the end by a quarter of
    /// what remains: the range must say that.
    @Test
    void whereTheEndIsChanceTheRangeHoldsIt() {
        List<HalfTime> all =
                halfTimes(seed -> new Campaign(5_000, seed).leaving((_, left) -> left / 1_000));

        assertThat(all).filteredOn(HalfTime::holds).hasSizeGreaterThanOrEqualTo(SEEDS * 3 / 4);
    }

    @Test
    void whatIsPutInFasterThanItLeavesGrows() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            assertThat(after(1_800, second -> 500 + second * 2 + random.nextInt(20)))
                    .isEqualTo(new Drain.Growing());
        }
    }

    @Test
    void whatStaysIsNotDraining() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            assertThat(after(3_600, _ -> 20 + random.nextInt(10)))
                    .isEqualTo(new Drain.NotDraining());
        }
        assertThat(after(3_600, _ -> 4_000)).isEqualTo(new Drain.NotDraining());
    }

    @Test
    void aFallInTheFirstWavesIsNotDenied() {
        IntUnaryOperator waves = second -> 4_000 - (second + 150) / 300 * 300;
        assertThat(after(900, waves)).isEqualTo(new Drain.TooEarly());
        assertThat(after(2_100, waves))
                .isInstanceOfSatisfying(
                        Drain.Draining.class,
                        draining ->
                                assertThat(draining.emptyAt())
                                        .isBetween(
                                                START.plusSeconds(3_600),
                                                START.plusSeconds(4_400)));
    }

    @Test
    void whatStoppedDrainingIsNotDraining() {
        assertThat(after(7_200, second -> Math.max(3_000, 10_000 - 5 * second)))
                .isEqualTo(new Drain.NotDraining());
    }

    @Test
    void inTwoMinutesNothingIsTold() {
        assertThat(new DrainMeter(ROUND).drain()).isEqualTo(new Drain.TooEarly());
        assertThat(after(116, second -> 1_000 - 5 * second)).isEqualTo(new Drain.TooEarly());
        assertThat(after(124, second -> 1_000 - 5 * second)).isInstanceOf(Drain.Draining.class);
        assertThat(after(590, _ -> 1_000)).isEqualTo(new Drain.TooEarly());
        assertThat(after(600, _ -> 1_000)).isEqualTo(new Drain.NotDraining());
    }

    @Test
    void withoutMessagesItIsEmpty() {
        assertThat(after(600, second -> Math.max(0, 500 - second))).isEqualTo(new Drain.Empty());
    }

    @Test
    void roundsOfItsServerCount() {
        DrainMeter meter = new DrainMeter(Duration.ofSeconds(1_000));
        feed(meter, 1_200, _ -> 1_000);
        assertThat(meter.drain()).isEqualTo(new Drain.TooEarly());
        meter.round(ROUND);
        assertThat(meter.drain()).isEqualTo(new Drain.NotDraining());
    }

    @Test
    void aClockThatIsPutBackForgets() {
        DrainMeter meter = new DrainMeter(ROUND);
        feed(meter, 3_600, _ -> 1_000);
        meter.add(START.minusSeconds(60), 1_000);
        assertThat(meter.drain()).isEqualTo(new Drain.TooEarly());
    }

    /// Half a day of a queue that stands still does not hide that it drains since an hour.
    @Test
    void oldTimesDoNotCount() {
        Drain told = after(14 * 3_600, second -> 20_000 - Math.max(0, second - 13 * 3_600) * 4);

        Instant empty = START.plusSeconds(13 * 3_600 + 5_000);
        assertThat(told)
                .isInstanceOfSatisfying(
                        Drain.Draining.class,
                        draining ->
                                assertThat(draining.emptyAt())
                                        .isBetween(
                                                empty.minusSeconds(280), empty.plusSeconds(280)));
    }

    private static List<HalfTime> halfTimes(LongFunction<Campaign> campaign) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> halfTime(campaign.apply(seed).run()))
                .toList();
    }

    /// Half of the time from when there was most to the end.
    private static HalfTime halfTime(List<Campaign.Listed> listings) {
        Campaign.Listed most = listings.getFirst();
        for (Campaign.Listed listing : listings) {
            most = listing.messages() >= most.messages() ? listing : most;
        }
        double end = listings.getLast().second();
        double half = (most.second() + end) / 2;
        DrainMeter meter = new DrainMeter(ROUND);
        double now = 0;
        for (Campaign.Listed listing : listings) {
            if (now >= half) {
                break;
            }
            now = listing.second();
            meter.add(at(now), listing.messages());
        }
        return new HalfTime(end - now, meter.drain(), at(now));
    }

    private static Drain after(int seconds, IntUnaryOperator messages) {
        DrainMeter meter = new DrainMeter(ROUND);
        feed(meter, seconds, messages);
        return meter.drain();
    }

    private static void feed(DrainMeter meter, int seconds, IntUnaryOperator messages) {
        for (int second = 0; second <= seconds; second += 4) {
            meter.add(at(second), messages.applyAsInt(second));
        }
    }

    private static Instant at(double second) {
        return START.plusMillis(Math.round(second * 1_000));
    }

    /// From `first` to `last` messages per second, in proportion to what is left.
    private static Campaign slowing(int queued, double last, double first, long seed) {
        return new Campaign(queued, seed)
                .leaving((_, left) -> last + (first - last) * left / queued)
                .noisy(0.003);
    }

    private static Arguments of(String name, LongFunction<Campaign> campaign) {
        return Arguments.of(name, campaign);
    }
}
