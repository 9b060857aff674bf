package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Makes of the lines of one server's log what its snapshots show: parses each once, counts, and
/// keeps the newest. Lives as long as the server is watched, through all its connections.
///
/// A line, once handed on, is counted: that must never end with an exception, or the line would be
/// read and counted again. So what may be interrupted, telling the rest of the application, is done
/// only when a position or what is left is told, every few MiB at the least; the [LineRelay] before
/// this goes on with what comes next.
///
/// Used on the thread of the follower of the time being.
final class LogCollector implements LineSink {
    private static final int MOST_FIGURES = 300;
    private static final ZoneId UNKNOWN_ZONE = ZoneOffset.UTC;
    private static final long PUBLISH_NANOS = Duration.ofMillis(250).toNanos();
    private static final long FIGURES_NANOS = Duration.ofSeconds(1).toNanos();

    private final Inbox inbox;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final LogFigures figures;
    private final QueueFeed queues;
    private final @Nullable LogKeeper keeper;
    private final LogLine line = new LogLine();
    private final LogWindow.Writer newest;
    private final LogGaps gaps = new LogGaps();
    private final ClockWatch clocks = new ClockWatch();
    private String source = "";
    private LogParser parser;
    private List<LogSource> sources = List.of();
    private LogPosition position;
    private Duration clockAhead = Duration.ZERO;
    private List<DestinationFigures> destinations = List.of();
    private List<CauseFigures> causes = List.of();
    private long figuredAt;
    private String trouble = "";
    private long behind;
    private long lines;
    private long foreign;
    private long notUnderstood;
    private long publishedAt;
    private boolean changed;
    private boolean isAgain;
    private boolean failed;

    /// Whether the log was read to its end at least once since the connection began: what comes was
    /// written just now.
    private boolean live;

    /// @param windowBytes about how much of the newest lines is kept
    LogCollector(
            String server,
            Inbox inbox,
            QueueFeed queues,
            LogSettings settings,
            long windowBytes,
            InstantSource clock,
            LongSupplier nanos) {
        this.inbox = inbox;
        this.queues = queues;
        this.clock = clock;
        this.nanos = nanos;
        this.figures = new LogFigures(settings.causes(), settings.providers());
        this.keeper =
                settings.history() == null
                        ? null
                        : new LogKeeper(
                                server, settings.history(), settings.keepEvery(), figures, nanos);
        this.position = keeper == null ? LogPosition.NONE : keeper.begin();
        this.parser = new LogParser(UNKNOWN_ZONE, clock);
        this.newest = new LogWindow.Writer(windowBytes);
    }

    /// A new connection begins.
    void begin(ServerFacts facts, List<LogSource> found) throws InterruptedException {
        parser = new LogParser(facts.zone(), clock);
        clockAhead = facts.clockAhead();
        sources = found;
        live = false;
        queues.begin(facts, found);
        publish();
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /// How far the log was read.
    LogPosition position() {
        return position;
    }

    /// Whether counting ended with an error of our own: how far the counts reach is not known any
    /// more. What is kept is whole, and the next start goes on from there.
    boolean hasFailed() {
        return failed;
    }

    void fail() {
        failed = true;
    }

    /// Nothing comes for a while, or for good.
    void end() {
        if (keeper != null && !failed) {
            keeper.keep(position);
        }
        settle();
        queues.end();
    }

    /// Waits until what was counted up to some position, and is being kept, is kept.
    void settle() {
        if (keeper != null) {
            keeper.settle();
        }
    }

    @Override
    public void source(String now) {
        source = now;
        clocks.source(now);
        figures.source(now);
    }

    @Override
    public void line(byte[] bytes, int from, int to) {
        endAgain();
        take(bytes, from, to);
    }

    private void take(byte[] bytes, int from, int to) {
        parser.parse(bytes, from, to, line);
        newest.add(bytes, from, to);
        figures.fold(line);
        queues.fold(line);
        lines++;
        LogEvent event = line.event();
        if (event == LogEvent.FOREIGN) {
            foreign++;
        } else if (event == LogEvent.OTHER) {
            notUnderstood++;
        }
        if (gaps.hasOpen() && line.time() != null) {
            keep(gaps.close(line.time()));
        }
        ClockWatch.Step step = clocks.take(line.micros(), live ? micros() : ClockWatch.UNKNOWN);
        if (step != null) {
            LogGap set =
                    new LogGap(
                            clock.instant(),
                            source,
                            LogGap.Cause.CLOCK_SET,
                            step.from(),
                            step.to(),
                            null);
            gaps.note(set);
            keep(List.of(set));
        }
        changed = true;
    }

    /// What was counted before is kept first: these lines are counted only to be shown.
    @Override
    public void again(byte[] bytes, int from, int to) {
        if (!isAgain) {
            isAgain = true;
            end();
        }
        take(bytes, from, to);
    }

    /// What was read once more is kept already.
    private void endAgain() {
        if (isAgain) {
            isAgain = false;
            var _ = figures.drainMinutes();
        }
    }

    /// Whether no line was read yet.
    boolean isEmpty() {
        return lines == 0;
    }

    @Override
    public void gap(LogGap gap) {
        gaps.add(gap, line.time());
        figures.gap();
        queues.gap(gap);
        changed = true;
        publishedAt = nanos.getAsLong() - PUBLISH_NANOS;
    }

    @Override
    public void position(LogPosition now) throws InterruptedException {
        endAgain();
        position = now;
        trouble = "";
        if (keeper != null) {
            keep(gaps.unkept());
            keeper.position(now);
        }
        publishWhenDue();
    }

    /// All that was counted is before the position: what came last, too soon after what was kept
    /// before it, is kept now, as no position may come for long.
    private void keepWhatCameLast() {
        endAgain();
        if (keeper != null) {
            keeper.position(position);
        }
    }

    @Override
    public void behind(long bytes) throws InterruptedException {
        behind = bytes;
        newest.coming(bytes);
        queues.behind(bytes);
        live &= bytes == 0;
        changed = true;
        if (bytes == 0) {
            publish();
        } else {
            publishWhenDue();
        }
    }

    @Override
    public void trouble(String message) throws InterruptedException {
        trouble = message;
        queues.end();
        publish();
    }

    private void keep(List<LogGap> bounded) {
        if (keeper != null) {
            bounded.forEach(keeper::gap);
        }
    }

    private void publishWhenDue() throws InterruptedException {
        if (changed && nanos.getAsLong() - publishedAt >= PUBLISH_NANOS) {
            publish();
        }
    }

    private void publish() throws InterruptedException {
        publishedAt = nanos.getAsLong();
        changed = false;
        inbox.post(new Observation.LogRead(snapshot()));
    }

    private void figure() {
        if (nanos.getAsLong() - figuredAt >= FIGURES_NANOS) {
            figuredAt = nanos.getAsLong();
            destinations = figures.destinations(MOST_FIGURES);
            causes = figures.causes(MOST_FIGURES);
        }
    }

    private LogSnapshot snapshot() {
        figure();
        return new LogSnapshot(
                sources,
                trouble,
                behind,
                lines,
                foreign,
                notUnderstood,
                newest.window(),
                figures.rates(),
                destinations,
                causes,
                gaps.all());
    }

    /// The log was read to its end and nothing more has come: time passes all the same.
    @Override
    public void idle(Instant at) throws InterruptedException {
        keepWhatCameLast();
        if (behind == 0) {
            live = true;
            Instant there = at.plus(clockAhead);
            figures.idleUntil(there.getEpochSecond() * 1_000_000L);
            changed = true;
            publishWhenDue();
            tellQueues(at, true);
        }
    }

    @Override
    public void upToDate(Instant at) throws InterruptedException {
        keepWhatCameLast();
        tellQueues(at, false);
    }

    /// With a log that can't be read at present, that nothing came says nothing.
    private void tellQueues(Instant at, boolean nothingCame) throws InterruptedException {
        if (behind == 0 && trouble.isEmpty()) {
            queues.upToDate(at, nothingCame);
        }
    }
}
