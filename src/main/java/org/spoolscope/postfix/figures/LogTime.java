package org.spoolscope.postfix.figures;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The time of a server's logs as seconds that never go back.
///
/// Lines of several processes may be a little out of order: a line keeps its second when it is at
/// most two minutes late. When a clock was set back, time goes on from where it was, and what was
/// before is dated relative to now. A jump by more than an hour is believed when the lines after it
/// agree; until then such lines count as of now.
///
/// What is late is told by each log of its own: what one of them holds from before is read after
/// what another one holds of the same time, and is no clock that was set back.
final class LogTime {
    static final long NONE = Long.MIN_VALUE;

    private static final int LATE = 120;
    private static final int FAR = 3600;
    private static final int LINES_THAT_SAY_FORWARD = 3;
    private static final int LINES_THAT_SAY_BACK = 50;

    /// Far more than a server has logs.
    private static final int MOST_SOURCES = 100;

    private final Map<String, Source> sources = new HashMap<>();
    private Source source = new Source();
    private long newest = NONE;

    /// Of the log whose clock was set back furthest.
    private long shift;

    /// One log.
    private static final class Source {
        private long newest = NONE;
        private long shift;
        private long elsewhere;
        private int agreeing;
    }

    LogTime() {
        sources.put("", source);
    }

    /// The lines that follow are of this log.
    void source(String name) {
        if (sources.size() == MOST_SOURCES && !sources.containsKey(name)) {
            sources.clear();
        }
        source = sources.computeIfAbsent(name, _ -> new Source());
    }

    /// The newest second so far, [#NONE] before the first time.
    long newest() {
        return newest;
    }

    /// The second that a line of this time counts in, [#NONE] as long as no line had a time.
    long fold(long micros) {
        if (micros == Long.MIN_VALUE) {
            return newest;
        }
        long second = Math.floorDiv(micros, 1_000_000L) + source.shift;
        boolean late = source.newest != NONE && second < source.newest - LATE;
        boolean far = newest != NONE && second > newest + FAR;
        if (late || far) {
            return jump(second);
        }
        source.agreeing = 0;
        return reach(second);
    }

    /// Nothing was logged until then, in any of them.
    void idleUntil(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L) + shift;
        newest = Math.max(newest, second);
        for (Source one : sources.values()) {
            one.shift = shift;
            one.newest = newest;
            one.agreeing = 0;
        }
    }

    /// When that was by the log's clock, seen from now.
    Instant instant(long second) {
        return Instant.ofEpochSecond(second - shift);
    }

    private long reach(long second) {
        source.newest = Math.max(source.newest, second);
        newest = Math.max(newest, second);
        return second;
    }

    private long jump(long second) {
        boolean agrees = source.agreeing > 0 && Math.abs(second - source.elsewhere) <= LATE;
        source.agreeing = agrees ? source.agreeing + 1 : 1;
        source.elsewhere = second;
        if (second > newest && source.agreeing >= LINES_THAT_SAY_FORWARD) {
            source.agreeing = 0;
            return reach(second);
        }
        if (second < newest && source.agreeing >= LINES_THAT_SAY_BACK) {
            source.shift += source.newest - second;
            shift = Math.max(shift, source.shift);
            source.agreeing = 0;
        }
        return source.newest == NONE ? newest : source.newest;
    }
}
