package org.spoolscope.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notices that the clock which dates a log was set. Lines of several processes may be a little out
/// of order, and one may be late: only several in a row that lie far away are believed. That a
/// clock was set forward shows only in lines that are read as they are written: in others, nothing
/// may have happened in between.
final class ClockWatch {
    /// Of a line that was not read as it was written.
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final long FAR_BACK = TimeUnit.MINUTES.toMicros(2);
    private static final long FAR_AHEAD = TimeUnit.MINUTES.toMicros(10);
    private static final int LINES_THAT_SAY_SO = 10;

    /// Far more than a server has logs.
    private static final int MOST_SOURCES = 100;

    private final Map<String, Source> sources = new HashMap<>();
    private Source now = new Source();

    /// @param from the latest time before
    /// @param to the first one after
    record Step(Instant from, Instant to) {}

    /// What one log said last, in microseconds since the epoch.
    private static final class Source {
        private long newest = UNKNOWN;
        private long newestCame = UNKNOWN;
        private long firstAway;
        private int linesBack;
        private int linesAhead;

        private boolean isAhead(long micros, long came) {
            return newestCame != UNKNOWN
                    && came != UNKNOWN
                    && micros - newest > came - newestCame + FAR_AHEAD;
        }

        private void be(long micros, long came) {
            newest = micros;
            newestCame = came;
            linesBack = 0;
            linesAhead = 0;
        }
    }

    /// The lines that follow are of this log.
    void source(String name) {
        if (sources.size() == MOST_SOURCES && !sources.containsKey(name)) {
            sources.clear();
        }
        now = sources.computeIfAbsent(name, _ -> new Source());
    }

    /// Takes the time of a line.
    ///
    /// @param micros since the epoch, or [#UNKNOWN] where it has none
    /// @param came when it was read, by our own clock, or [#UNKNOWN] unless it was written then
    /// @return how the clock was set, with the line that makes it sure
    @Nullable Step take(long micros, long came) {
        if (micros == UNKNOWN) {
            return null;
        }
        if (now.newest == UNKNOWN) {
            now.be(micros, came);
            return null;
        }
        boolean back = micros < now.newest - FAR_BACK;
        if (!back && !now.isAhead(micros, came)) {
            now.be(Math.max(now.newest, micros), came);
            return null;
        }
        int lines = back ? ++now.linesBack : ++now.linesAhead;
        if (lines == 1) {
            now.firstAway = micros;
        }
        if (lines < LINES_THAT_SAY_SO) {
            return null;
        }
        Step step = new Step(instant(now.newest), instant(now.firstAway));
        now.be(micros, came);
        return step;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
