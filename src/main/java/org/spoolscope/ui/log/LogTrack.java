package org.spoolscope.ui.log;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// How far one server's log has been looked through, and what was found in the latest piece of it.
/// Belongs to the thread of the search.
final class LogTrack {
    /// Gaps are few; a log that makes more of them is not told apart any further.
    private static final int MOST_GAPS = 10_000;

    private final String server;
    private final int index;
    private final LogFilter filter;
    private final ZoneId zone;
    private final LogParser parser;

    /// For the oldest line, which the other, who reads in order, has long passed.
    private final LogParser backward;

    private final LogLine line = new LogLine();
    private final List<LogGap> gaps = new ArrayList<>();
    private LogWindow window = LogWindow.EMPTY;
    private List<LogGap> told = List.of();
    private long seen;
    private long lastMicros = Long.MIN_VALUE;
    private long firstMicros = Long.MIN_VALUE;

    /// The rows of the latest piece, in the order of the log.
    private final RefColumn found = new RefColumn();

    private int taken;

    LogTrack(String server, int index, LogFilter filter, ZoneId zone, InstantSource clock) {
        this.server = server;
        this.index = index;
        this.filter = filter;
        this.zone = zone;
        this.parser = new LogParser(zone, clock);
        this.backward = new LogParser(zone, clock);
    }

    String server() {
        return server;
    }

    /// In which times are read that name none.
    ZoneId zone() {
        return zone;
    }

    LogWindow window() {
        return window;
    }

    List<LogGap> gaps() {
        return gaps;
    }

    /// Whether `next` goes on where the window before ended; else all must be read anew.
    boolean continues(LogWindow next) {
        return next.end() >= seen && next.first() >= window.first();
    }

    /// Looks through what is new in `next`.
    void read(LogSnapshot next) {
        boolean first = seen == 0 && window.end() == 0;
        boolean moved = next.window().first() != window.first();
        window = next.window();
        found.dropFirst(found.size());
        taken = 0;
        List<LogGap> fresh = freshGaps(next.gaps());
        if (first || moved) {
            firstMicros = Long.MIN_VALUE;
        }
        window.read(
                Math.max(seen, window.first()),
                window.end(),
                (number, bytes, from, to) -> line(number, bytes, from, to, fresh));
        seen = window.end();
        fresh.forEach(this::gap);
    }

    private void line(long number, byte[] bytes, int from, int to, List<LogGap> fresh) {
        parser.parse(bytes, from, to, line);
        if (line.micros() != Long.MIN_VALUE) {
            lastMicros = line.micros();
        }
        while (!fresh.isEmpty() && place(fresh.getFirst()) <= lastMicros) {
            gap(fresh.removeFirst());
        }
        if (filter.matches(line, server)) {
            found.add(LogRef.line(index, number), lastMicros);
        }
    }

    private void gap(LogGap gap) {
        if (gaps.size() < MOST_GAPS) {
            found.add(LogRef.gap(index, gaps.size()), Math.max(lastMicros, place(gap)));
            gaps.add(gap);
        }
    }

    /// Those that were not told before, oldest first.
    private List<LogGap> freshGaps(List<LogGap> now) {
        List<LogGap> fresh = new ArrayList<>();
        if (!now.equals(told)) {
            for (LogGap gap : now) {
                if (!told.contains(gap)) {
                    fresh.add(gap);
                }
            }
            told = now;
        }
        return fresh;
    }

    /// Where a gap stands among the lines, in microseconds.
    private static long place(LogGap gap) {
        Instant at = gap.to() != null ? gap.to() : gap.seen();
        return Math.multiplyExact(at.getEpochSecond(), 1_000_000L) + at.getNano() / 1000;
    }

    /// Since when the window tells all: the time of its first line once lines were dropped before
    /// it, else as far back as it goes.
    long wholeSince() {
        if (window.first() == 0 || window.first() >= window.end()) {
            return Long.MIN_VALUE;
        }
        if (firstMicros == Long.MIN_VALUE) {
            window.read(
                    window.first(),
                    window.first() + 1,
                    (_, bytes, from, to) -> {
                        LogLine oldest = new LogLine();
                        backward.parse(bytes, from, to, oldest);
                        firstMicros = oldest.micros();
                    });
        }
        return firstMicros;
    }

    boolean hasMore() {
        return taken < found.size();
    }

    long nextMicros() {
        return found.micros(taken);
    }

    void take(RefColumn into) {
        into.add(found.ref(taken), found.micros(taken));
        taken++;
    }
}
