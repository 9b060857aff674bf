package org.spoolscope.lab;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.spoolscope.lab.ToolLog.Kind;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.monitor.MonitorSettings;

/// What the tools say of the figures of a page that was read at one moment: the least and the most
/// of all moments that the page may tell of. A page is at most [#LAG_MILLIS] behind, and so long as
/// nothing happens there is only one thing to say.
final class ToldFigures {
    /// The log is looked at every second, and told every second.
    static final long LAG_MILLIS = 4_000;

    /// The samples of the host and of the history are two seconds apart.
    static final long SAMPLE_MILLIS = 2_000;

    /// How much longer or shorter the time between two samples was than that between their
    /// arrivals, as a share.
    private static final double LENGTH = 0.05;

    /// Samples.
    private static final int AVERAGED = 30;

    /// So long a sample was under way at most.
    private static final long UNDER_WAY_MILLIS = 250;

    /// `df` is asked every 15 samples.
    private static final long SPACE_MILLIS = 32_000;

    /// The page's delays are kept in classes that wide: 32 to each power of two.
    private static final double DELAY_CLASS = 1 / 32.0;

    private static final double BUSY_PRESSURE = MonitorSettings.DEFAULT.busyPressure();
    private static final long BUSY_LAG = 2;
    private static final double MOVING = 0.02;
    private static final double GROWTH = 0.1;

    /// On a machine that is busy one takes a hundred times as long as another one.
    private static final double ROUND_TRIP = 4;

    /// And so long either program may wait for a processor.
    private static final long BUSY_MILLIS = 20;

    private static final long ROUND_TRIPS_MILLIS = 30_000;
    private static final long KNOWN_SECONDS = 3;
    private static final long GROWTH_MILLIS = 600_000;

    /// The page's totals are a second apart.
    private static final long TOLD_MILLIS = 1_000;

    /// Seconds that the delays are kept by, of an hour and of shorter spans.
    private static final int HOUR_SLOT = 60;

    private static final int RECENT_SLOT = 5;

    /// A console that was opened is connected by then, and has listed the queue.
    private static final long OPENING_MILLIS = 8_000;

    /// What is asked once.
    ///
    /// @param version of Postfix
    /// @param listed when the console was first seen to have listed the queue
    record Asked(String version, long listed) {}

    private final ToolLog log;
    private final List<ToolFrame> frames;
    private final List<Long> samples;
    private final List<List<QueuedMessage>> listings;
    private final Asked asked;
    private final long read;

    /// @param frames from the opening of the window until the page was read
    /// @param samples when the host was sampled
    /// @param listings what `postqueue -j` listed before and after
    /// @param asked what was asked once
    /// @param read when that was, in milliseconds since the epoch, as all times here
    ToldFigures(
            ToolLog log,
            List<ToolFrame> frames,
            List<Long> samples,
            List<List<QueuedMessage>> listings,
            Asked asked,
            long read) {
        this.log = log;
        this.frames = frames;
        this.samples = samples;
        this.listings = listings;
        this.asked = asked;
        this.read = read;
    }

    /// The latest, by any measure.
    ToolFrame last() {
        return frames.getLast();
    }

    /// The log is looked at more seldom while the server's disk is busy.
    private long lag() {
        return average(ToolFrame::pressure).high() >= BUSY_PRESSURE
                ? BUSY_LAG * LAG_MILLIS
                : LAG_MILLIS;
    }

    /// Messages of an instance in a queue, by `find` and by `postqueue`.
    Bounds queued(String instance, String queue) {
        return now(frame -> frame.queued(instance, queue))
                .and(
                        listed(message ->
                                message.queue().label().equals(queue) && isOf(message, instance)));
    }

    /// All of an instance.
    Bounds total(String instance) {
        return now(frame -> frame.total(instance)).and(listed(message -> isOf(message, instance)));
    }

    /// All.
    Bounds total() {
        return now(ToolFrame::total).and(listed(_ -> true));
    }

    /// Deferred messages with a recipient at a domain that waits for a reason, by `postqueue`;
    /// those with more recipients may count for another one of their reasons.
    Bounds waiting(String domain, String reason) {
        Bounds some =
                listed(message -> reasons(message).anyMatch(one -> waits(one, domain, reason)));
        Bounds only =
                listed(message ->
                        reasons(message).findAny().isPresent()
                                && reasons(message).allMatch(one -> waits(one, domain, reason)));
        return moving(only.and(some));
    }

    /// Neither `find` nor a listing is of one moment: what moves meanwhile is missed or found
    /// twice.
    private static Bounds moving(Bounds counted) {
        return counted.within(counted.low() == counted.high() ? 0 : MOVING);
    }

    private static Stream<Recipient> reasons(QueuedMessage message) {
        return message.queue() == QueueName.DEFERRED
                ? message.recipients().stream().filter(one -> one.reason() != null)
                : Stream.empty();
    }

    private static boolean waits(Recipient one, String domain, String reason) {
        String why = one.reason();
        return why != null && one.address().endsWith("@" + domain) && why.contains(reason);
    }

    private Bounds listed(Predicate<QueuedMessage> which) {
        return Bounds.of(listings.stream().mapToDouble(one -> one.stream().filter(which).count()));
    }

    private static boolean isOf(QueuedMessage message, String instance) {
        return message.instance().equals(instance.equals("postfix") ? "-" : instance);
    }

    private Bounds now(ToDoubleFunction<ToolFrame> count) {
        return moving(since(lag(), count));
    }

    /// The same on a chart, whose newest row is up to a sample old.
    Bounds charted(ToDoubleFunction<ToolFrame> count) {
        return moving(since(lag() + SAMPLE_MILLIS, count));
    }

    /// What is read when the host is sampled.
    Bounds sampled(ToDoubleFunction<ToolFrame> figure) {
        return since(2 * SAMPLE_MILLIS, figure);
    }

    /// What is read with `df`.
    Bounds space(ToDoubleFunction<ToolFrame> figure) {
        return since(SPACE_MILLIS, figure);
    }

    private Bounds since(long millis, ToDoubleFunction<ToolFrame> figure) {
        return Bounds.of(newest(millis).mapToDouble(figure));
    }

    /// And the one before them.
    private Stream<ToolFrame> newest(long millis) {
        int from = frames.size() - 1;
        while (from > 0 && frames.get(from).millis() > read - millis) {
            from--;
        }
        return frames.subList(from, frames.size()).stream();
    }

    /// How much a counter rose per millisecond between two samples.
    Bounds rise(ToDoubleFunction<ToolFrame> counter) {
        return sampled((from, to) -> rise(counter, from, to).times(1.0 / (to - from)))
                .within(LENGTH);
    }

    /// The part of all CPU time that it took.
    Bounds cpu(ToDoubleFunction<ToolFrame> counter) {
        return rise(counter).times(1 / cpuTime());
    }

    /// The same of any sample of the last minute.
    Bounds averageCpu(ToDoubleFunction<ToolFrame> counter) {
        return average(counter).times(1 / cpuTime());
    }

    /// Of all CPUs, in hundredths of a second per millisecond.
    private double cpuTime() {
        ToolFrame first = frames.getFirst();
        return (last().cpu() - first.cpu()) / (last().millis() - first.millis());
    }

    /// How much one counter rose while another one rose by one; none where that stood still.
    Bounds rise(ToDoubleFunction<ToolFrame> counter, ToDoubleFunction<ToolFrame> per) {
        return sampled((from, to) -> {
            Bounds some = rise(counter, from, to);
            Bounds all = rise(per, from, to);
            double least = all.high() == 0 ? 0 : some.low() / all.high();
            return new Bounds(least, some.high() / Math.max(1, all.low()));
        });
    }

    /// As [#rise], of any sample of the last minute: an average is between the least and the most.
    Bounds average(ToDoubleFunction<ToolFrame> counter) {
        return sampled(AVERAGED, (from, to) -> rise(counter, from, to).times(1.0 / (to - from)));
    }

    /// Between the last two samples, or the two before: the page may not show the last one yet.
    private Bounds sampled(BiFunction<Long, Long, Bounds> figure) {
        return sampled(2, figure);
    }

    private Bounds sampled(int newest, BiFunction<Long, Long, Bounds> figure) {
        Bounds all = Bounds.NONE;
        for (int i = Math.max(1, samples.size() - newest); i < samples.size(); i++) {
            all = all.and(figure.apply(samples.get(i - 1), samples.get(i)));
        }
        return all;
    }

    private Bounds rise(ToDoubleFunction<ToolFrame> counter, long from, long to) {
        Bounds first = at(counter, from);
        Bounds last = at(counter, to);
        return new Bounds(Math.max(0, last.low() - first.high()), last.high() - first.low());
    }

    /// What a counter that never falls stood at when a sample was taken: it arrived then.
    private Bounds at(ToDoubleFunction<ToolFrame> counter, long sample) {
        int after = 0;
        while (after + 1 < frames.size() && frames.get(after).millis() < sample) {
            after++;
        }
        int before = after;
        while (before > 0 && frames.get(before).answered() > sample - UNDER_WAY_MILLIS) {
            before--;
        }
        return new Bounds(
                counter.applyAsDouble(frames.get(before)),
                counter.applyAsDouble(frames.get(after)));
    }

    /// Per minute, over a span that ends now.
    Bounds perMinute(Kind kind, int span) {
        return ending(lag(), last -> log.perMinute(kind, span, last));
    }

    Bounds chartedPerMinute(Kind kind) {
        return ending(lag() + SAMPLE_MILLIS, last -> log.perMinute(kind, 60, last));
    }

    /// Of attempts deferred, of all attempts.
    Bounds deferral(int span) {
        return ending(
                lag() + SAMPLE_MILLIS,
                last -> log.share(Kind.DEFERRED, List.of(Kind.SENT, Kind.BOUNCED), span, last));
    }

    /// Of recipients bounced, of those that are done with.
    Bounds bounce(int span) {
        return ending(
                lag() + SAMPLE_MILLIS,
                last -> log.share(Kind.BOUNCED, List.of(Kind.SENT), span, last));
    }

    /// In milliseconds, not exceeded by so many of 100 attempts: of the span, and what is before it
    /// of the seconds or the minute in which it begins.
    Bounds delay(int stage, int percent, int span) {
        int slot = span > 300 ? HOUR_SLOT : RECENT_SLOT;
        return ending(
                        lag(),
                        last -> {
                            long first = Math.floorDiv(last - span + 1, slot) * slot;
                            return log.delay(stage, percent, (int) (last - first) + 1, last);
                        })
                .within(DELAY_CLASS)
                .plusMinus(1);
    }

    private Bounds ending(long lag, LongFunction<Bounds> figure) {
        return LongStream.rangeClosed((read - lag) / 1_000, read / 1_000)
                .mapToObj(figure)
                .reduce(Bounds.NONE, Bounds::and);
    }

    /// Messages per hour: the slope of a least-squares line through the totals since the queue was
    /// known, of ten minutes at the most. The page's totals are not of the same moments, and the
    /// first of them may be earlier or later.
    Bounds growth() {
        return Bounds.of(
                        newest(lag() + SAMPLE_MILLIS)
                                .flatMapToDouble(frame ->
                                        LongStream.rangeClosed(-KNOWN_SECONDS, KNOWN_SECONDS)
                                                .mapToDouble(seconds ->
                                                        slope(
                                                                asked.listed() + seconds * 1_000,
                                                                frame.millis()))))
                .within(GROWTH)
                .plusMinus(1);
    }

    /// Of OpenSSH over an open connection, asked the same: no two are alike.
    Bounds roundTrip() {
        Bounds all = since(ROUND_TRIPS_MILLIS, ToolFrame::roundTrip);
        return new Bounds(all.low() / ROUND_TRIP, all.high() * ROUND_TRIP + BUSY_MILLIS);
    }

    /// How long ago the log was looked at, in milliseconds.
    Bounds look() {
        return new Bounds(0, lag());
    }

    /// Messages that are not on hold.
    Bounds waiting() {
        return now(frame -> frame.total() - frame.queued("hold"));
    }

    /// In milliseconds since midnight: between the opening of the window and what came at last.
    Bounds firstSample() {
        double first = millisOfDay(frames.getFirst().millis());
        return new Bounds(first, first + OPENING_MILLIS);
    }

    private static double millisOfDay(long millis) {
        return Instant.ofEpochMilli(millis)
                        .atZone(ZoneId.systemDefault())
                        .toLocalTime()
                        .toNanoOfDay()
                / 1e6;
    }

    /// Of `postconf`.
    String version() {
        return asked.version();
    }

    /// How long ago the console listed the queue, in milliseconds: after the window was opened, and
    /// maybe once more when the log was read.
    Bounds listedAgo() {
        return new Bounds(
                Math.max(0, read - asked.listed() - OPENING_MILLIS),
                read - frames.getFirst().millis());
    }

    /// Whether the queue has been known for long enough to tell how it grows: so many milliseconds
    /// at least, or maybe.
    boolean isGrowthKnown(long most) {
        return read - asked.listed() > most;
    }

    private double slope(long from, long until) {
        List<ToolFrame> points = new ArrayList<>();
        for (ToolFrame frame : frames) {
            boolean counts = frame.millis() <= until && frame.millis() > until - GROWTH_MILLIS;
            boolean isDue =
                    points.isEmpty()
                            ? frame.millis() > from
                            : frame.millis() >= points.getLast().millis() + TOLD_MILLIS;
            if (counts && isDue) {
                points.add(frame);
            }
        }
        double meanTime = points.stream().mapToLong(ToolFrame::millis).average().orElse(0);
        double meanTotal = points.stream().mapToInt(ToolFrame::total).average().orElse(0);
        double together = 0;
        double spread = 0;
        for (ToolFrame point : points) {
            double time = point.millis() - meanTime;
            together += time * (point.total() - meanTotal);
            spread += time * time;
        }
        return together / spread * 3_600_000;
    }
}
