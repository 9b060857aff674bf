package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
/// Used on the thread of the follower of the time being.
final class LogCollector implements LineSink {
    private static final int GAPS = 100;
    private static final int MOST_FIGURES = 300;
    private static final ZoneId UNKNOWN_ZONE = ZoneOffset.UTC;
    private static final long PUBLISH_NANOS = Duration.ofMillis(250).toNanos();
    private static final long FIGURES_NANOS = Duration.ofSeconds(1).toNanos();

    /// Between two looks at the clock while lines come fast.
    private static final int LINES_BETWEEN = 512;

    private final Inbox inbox;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final LogFigures figures;
    private final @Nullable LogKeeper keeper;
    private final LogLine line = new LogLine();
    private final Deque<LogGap> gaps = new ArrayDeque<>();
    private LogParser parser;
    private LogWindow window;
    private List<LogSource> sources = List.of();
    private LogPosition position;
    private Duration clockAhead = Duration.ZERO;
    private List<DestinationFigures> destinations = List.of();
    private List<CauseFigures> causes = List.of();
    private long figuredAt;
    private @Nullable LogGap openGap;
    private @Nullable Instant lastTime;
    private String trouble = "";
    private long behind;
    private long lines;
    private long foreign;
    private long notUnderstood;
    private long publishedAt;
    private boolean changed;
    private boolean isAgain;

    /// @param windowBytes about how much of the newest lines is kept
    LogCollector(
            String server,
            Inbox inbox,
            LogSettings settings,
            long windowBytes,
            InstantSource clock,
            LongSupplier nanos) {
        this.inbox = inbox;
        this.clock = clock;
        this.nanos = nanos;
        this.figures = new LogFigures(settings.causes(), settings.providers());
        this.keeper =
                settings.history() == null
                        ? null
                        : new LogKeeper(server, settings.history(), figures, nanos);
        this.position = keeper == null ? LogPosition.NONE : keeper.begin();
        this.parser = new LogParser(UNKNOWN_ZONE, clock);
        this.window = LogWindow.keeping(windowBytes);
    }

    /// A new connection begins.
    void begin(ServerFacts facts, List<LogSource> found) throws InterruptedException {
        parser = new LogParser(facts.zone(), clock);
        clockAhead = facts.clockAhead();
        sources = found;
        publish();
    }

    /// How far the log was read.
    LogPosition position() {
        return position;
    }

    /// Nothing comes for a while, or for good.
    void end() {
        if (keeper != null) {
            keeper.keep(position);
        }
    }

    @Override
    public void line(byte[] bytes, int from, int to) throws InterruptedException {
        endAgain();
        take(bytes, from, to);
    }

    private void take(byte[] bytes, int from, int to) throws InterruptedException {
        parser.parse(bytes, from, to, line);
        window = window.plus(bytes, from, to);
        figures.fold(line);
        lines++;
        LogEvent event = line.event();
        if (event == LogEvent.FOREIGN) {
            foreign++;
        } else if (event == LogEvent.OTHER) {
            notUnderstood++;
        }
        closeGap();
        changed = true;
        if (lines % LINES_BETWEEN == 0) {
            publishWhenDue();
        }
    }

    @Override
    public void again(byte[] bytes, int from, int to) throws InterruptedException {
        take(bytes, from, to);
        isAgain = true;
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
    public void gap(LogGap gap) throws InterruptedException {
        keep(gap);
        openGap = gap;
        figures.gap();
        publish();
    }

    @Override
    public void position(LogPosition now) throws InterruptedException {
        endAgain();
        position = now;
        trouble = "";
        if (keeper != null) {
            keeper.position(now);
        }
        publishWhenDue();
    }

    @Override
    public void behind(long bytes) throws InterruptedException {
        behind = bytes;
        publish();
    }

    @Override
    public void trouble(String message) throws InterruptedException {
        trouble = message;
        publish();
    }

    /// The gap's bounds are the times of the lines around it.
    private void closeGap() {
        Instant time = openGap == null ? null : line.time();
        if (openGap != null && time != null) {
            LogGap bounded =
                    new LogGap(
                            openGap.seen(),
                            openGap.source(),
                            openGap.cause(),
                            lastTime,
                            time,
                            openGap.lines());
            gaps.removeLast();
            gaps.addLast(bounded);
            if (keeper != null) {
                keeper.gap(bounded);
            }
            openGap = null;
        }
    }

    private void keep(LogGap gap) {
        lastTime = line.time();
        if (gaps.size() == GAPS) {
            gaps.removeFirst();
        }
        gaps.addLast(gap);
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
                window,
                figures.rates(),
                destinations,
                causes,
                new ArrayList<>(gaps));
    }

    /// The log was read to its end and nothing more has come: time passes all the same.
    @Override
    public void idle() throws InterruptedException {
        if (behind == 0) {
            Instant there = clock.instant().plus(clockAhead);
            figures.idleUntil(there.getEpochSecond() * 1_000_000L);
            changed = true;
            publishWhenDue();
        }
    }
}
