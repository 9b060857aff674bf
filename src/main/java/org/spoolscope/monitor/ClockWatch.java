package org.spoolscope.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notices that the clock which dates a log was set back. Lines of several processes may be a
/// little out of order, and one may be late: only several in a row that lie far back are believed.
final class ClockWatch {
    private static final long FAR = TimeUnit.MINUTES.toMicros(2);
    private static final int LINES_THAT_SAY_BACK = 10;

    /// Far more than a server has logs.
    private static final int MOST_SOURCES = 100;

    private final Map<String, Source> sources = new HashMap<>();
    private Source now = new Source();

    /// @param from the latest time before
    /// @param to the first one after
    record Step(Instant from, Instant to) {}

    /// What one log said last, in microseconds since the epoch.
    private static final class Source {
        private long newest = Long.MIN_VALUE;
        private long firstBack;
        private int linesBack;
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
    /// @param micros since the epoch, or [Long#MIN_VALUE] where it has none
    /// @return how the clock was set, with the line that makes it sure
    @Nullable Step take(long micros) {
        if (micros == Long.MIN_VALUE) {
            return null;
        }
        if (now.newest == Long.MIN_VALUE || micros >= now.newest - FAR) {
            now.newest = Math.max(now.newest, micros);
            now.linesBack = 0;
            return null;
        }
        if (now.linesBack++ == 0) {
            now.firstBack = micros;
        }
        if (now.linesBack < LINES_THAT_SAY_BACK) {
            return null;
        }
        Step step = new Step(instant(now.newest), instant(now.firstBack));
        now.newest = micros;
        now.linesBack = 0;
        return step;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
