package org.spoolscope.postfix.figures;

import java.time.Instant;

/// The log's time as seconds that never go back.
///
/// Lines of several processes may be a little out of order: a line keeps its second when it is at
/// most two minutes late. When a clock was set back, time goes on from where it was, and what was
/// before is dated relative to now. A jump by more than an hour is believed when the lines after it
/// agree; until then such lines count as of now.
final class LogTime {
    static final long NONE = Long.MIN_VALUE;

    private static final int LATE = 120;
    private static final int FAR = 3600;
    private static final int LINES_THAT_SAY_FORWARD = 3;
    private static final int LINES_THAT_SAY_BACK = 50;

    private long newest = NONE;
    private long shift;
    private long elsewhere;
    private int agreeing;

    /// The newest second so far, [#NONE] before the first time.
    long newest() {
        return newest;
    }

    /// The second that a line of this time counts in, [#NONE] as long as no line had a time.
    long fold(long micros) {
        if (micros == Long.MIN_VALUE) {
            return newest;
        }
        long second = Math.floorDiv(micros, 1_000_000L) + shift;
        if (newest == NONE) {
            newest = second;
            return second;
        }
        long ahead = second - newest;
        if (ahead >= -LATE && ahead <= FAR) {
            agreeing = 0;
            newest = Math.max(newest, second);
            return second;
        }
        return jump(second);
    }

    /// Nothing was logged until then.
    void idleUntil(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L) + shift;
        newest = newest == NONE ? second : Math.max(newest, second);
        agreeing = 0;
    }

    /// When that was by the log's clock, seen from now.
    Instant instant(long second) {
        return Instant.ofEpochSecond(second - shift);
    }

    private long jump(long second) {
        agreeing = agreeing > 0 && Math.abs(second - elsewhere) <= LATE ? agreeing + 1 : 1;
        elsewhere = second;
        if (second > newest && agreeing >= LINES_THAT_SAY_FORWARD) {
            newest = second;
            agreeing = 0;
        } else if (second < newest && agreeing >= LINES_THAT_SAY_BACK) {
            shift += newest - second;
            agreeing = 0;
        }
        return newest;
    }
}
