package org.spoolscope.monitor.drain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Drain;
import org.spoolscope.monitor.drain.Series.Point;

/// Tells when a queue, or any part of it (the mail of a provider, what a filter finds), is empty,
/// from its counts alone. Messages on hold are to be left out of them: they never leave.
///
/// What is looked at is the time since there was most, within the last twelve hours. Counts may
/// come at any pace; they need be no snapshots (a listing misses some messages and doubles others).
/// Deferred mail leaves in waves, one for each scan of the deferred queue: where waves show, counts
/// are taken together over whole rounds.
public final class DrainMeter {
    private static final int ENOUGH_COUNTS = 6;
    private static final double ENOUGH_SECONDS = 120;

    /// So many rounds must have been seen before it is said that nothing happens.
    private static final int ENOUGH_ROUNDS = 2;

    /// From so many rounds on, counts may be taken together over rounds.
    private static final int MANY_ROUNDS = 6;

    private static final int MOST_PARTS = 40;
    private static final int FINE_PARTS = 30;
    private static final int LEAST_PARTS = 6;

    /// So many counts together are a part, as far as that takes 5 to 20 seconds.
    private static final double COUNTS_OF_PART = 5;

    private static final double LEAST_WIDTH = 5;
    private static final double ENOUGH_WIDTH = 20;

    /// How much less the sums over whole rounds must scatter where there are waves.
    private static final double WAVES = 3;

    /// In standard deviations.
    private static final double SIGNIFICANT = 2.5;

    /// A change by less than that share is none.
    private static final double CHANGE = 0.02;

    /// A month: what is later than that is never.
    private static final double NEVER = 30 * 86_400.0;

    private final Series series = new Series();
    private double round;
    private Instant origin = Instant.EPOCH;
    private @Nullable Drain known;

    /// @param round time between two scans of the deferred queue (`queue_run_delay`)
    public DrainMeter(Duration round) {
        this.round = seconds(round);
    }

    /// From now on scans of the deferred queue are known to be that far apart.
    public void round(Duration other) {
        round = seconds(other);
        known = null;
    }

    /// Adds a count. When the clock was put back, what came before is forgotten.
    public void add(Instant at, int messages) {
        if (series.isEmpty() || seconds(Duration.between(origin, at)) < series.last().at()) {
            clear();
            origin = at;
        }
        series.add(seconds(Duration.between(origin, at)), messages);
        known = null;
    }

    /// Forgets everything.
    public void clear() {
        series.clear();
        known = null;
    }

    /// By the counts so far. Takes about a millisecond, once after each count.
    public Drain drain() {
        Drain drain = known;
        if (drain == null) {
            drain = estimate();
            known = drain;
        }
        return drain;
    }

    private Drain estimate() {
        if (series.isEmpty()) {
            return new Drain.TooEarly();
        }
        if (series.last().messages() == 0) {
            return new Drain.Empty();
        }
        Departures since = departures(peak());
        if (since != null && since.significance() > SIGNIFICANT) {
            double[] seconds = Courses.ends(since).quantiles(0.1, 0.5, 0.9);
            if (seconds[1] < NEVER) {
                return new Drain.Draining(
                        moment(since.at() + seconds[1]),
                        moment(since.at() + seconds[0]),
                        seconds[2] < NEVER ? moment(since.at() + seconds[2]) : null);
            }
        }
        double now = series.last().at();
        Departures lately = departures(Math.max(series.first().at(), now - Series.FINE));
        if (lately != null
                && lately.significance() < -SIGNIFICANT
                && lately.grownBy() > CHANGE * lately.left()) {
            return new Drain.Growing();
        }
        // Between two waves everything stands still; a fall within a few may be more than chance.
        boolean fell = since != null && -since.grownBy() > CHANGE * since.left();
        return now - series.first().at() < (fell ? MANY_ROUNDS : ENOUGH_ROUNDS) * round
                ? new Drain.TooEarly()
                : new Drain.NotDraining();
    }

    /// From that moment on, or null where that is too little.
    private @Nullable Departures departures(double from) {
        double span = series.last().at() - from;
        int counts = series.since(from, 1).size();
        if (span < ENOUGH_SECONDS || counts < ENOUGH_COUNTS) {
            return null;
        }
        double width = Math.clamp(COUNTS_OF_PART * span / counts, LEAST_WIDTH, ENOUGH_WIDTH);
        double parts = Math.clamp(span / width, LEAST_PARTS, FINE_PARTS);
        Departures fine = Departures.of(series.since(from, span / parts));
        if (span < MANY_ROUNDS * round) {
            return fine;
        }
        double rounds = Math.max(1, Math.ceil(span / round / MOST_PARTS));
        var whole = series.since(from, rounds * round);
        if (whole.size() < Departures.LEAST_COUNTS) {
            return fine;
        }
        Departures coarse = Departures.of(whole);
        return coarse.noise() * WAVES < fine.noise() ? coarse : fine;
    }

    /// When there was most, the last time.
    private double peak() {
        double width = Math.max(1, (series.last().at() - series.first().at()) / MOST_PARTS);
        Point highest = series.first();
        for (Point point : series.since(series.first().at(), width)) {
            if (point.messages() >= highest.messages()) {
                highest = point;
            }
        }
        return highest.at();
    }

    /// Not before the newest count, which was not 0.
    private Instant moment(double seconds) {
        return origin.plusMillis(Math.round(Math.max(seconds, series.last().at()) * 1000));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
