package org.spoolscope.postfix.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Local times to instants, and the year of those that were logged without one.
///
/// The first is taken to be the latest that is not in the future; one that follows, to be as near
/// as possible to the one before, so that a log may cross New Year and a clock may be set back. A
/// day of grace is given to a server whose clock runs ahead. In the hour that comes twice a year,
/// the second one is recognised by the clock having stepped back.
final class YearInference {
    static final long NONE = Long.MIN_VALUE;

    private static final long DAY = TimeUnit.DAYS.toMicros(1);
    private static final long STEP_BACK = TimeUnit.MINUTES.toMicros(30);

    /// 29 February may be missing seven years running (1896 to 1904).
    private static final int YEARS = 8;

    private final ZoneId zone;
    private final InstantSource clock;
    private long last = NONE;
    private int lastYear;

    YearInference(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /// The beginning of a minute in microseconds since the epoch, or [#NONE] where no year has it.
    ///
    /// @param month 1 to 12
    long resolve(int month, int day, int hour, int minute) {
        long latest = clock.millis() * 1000 + DAY;
        long best = last == NONE ? NONE : nearest(month, day, hour, minute, latest);
        if (best == NONE) {
            best = newest(month, day, hour, minute, latest);
        }
        if (best != NONE) {
            last = best;
        }
        return best;
    }

    /// A local time with a year, in microseconds since the epoch, or [#NONE] where there is none.
    long local(int year, int month, int day, int hour, int minute) {
        LocalDateTime time;
        try {
            time = LocalDateTime.of(year, month, day, hour, minute);
        } catch (DateTimeException e) {
            return NONE;
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        ZoneOffset offset = offsets.isEmpty() ? zone.getRules().getOffset(time) : offsets.get(0);
        long micros = TimeUnit.SECONDS.toMicros(time.toEpochSecond(offset));
        if (offsets.size() > 1 && last != NONE && micros < last - STEP_BACK) {
            return Math.max(micros, TimeUnit.SECONDS.toMicros(time.toEpochSecond(offsets.get(1))));
        }
        return micros;
    }

    /// Of times that carry their year: what the next twice-told hour is compared with.
    void passed(long micros) {
        last = micros;
        lastYear = yearOf(micros);
    }

    private long nearest(int month, int day, int hour, int minute, long latest) {
        long best = NONE;
        int bestYear = lastYear;
        for (int year = lastYear - 1; year <= lastYear + 1; year++) {
            long micros = local(year, month, day, hour, minute);
            if (micros != NONE
                    && micros <= latest
                    && (best == NONE || Math.abs(micros - last) < Math.abs(best - last))) {
                best = micros;
                bestYear = year;
            }
        }
        lastYear = bestYear;
        return best;
    }

    private long newest(int month, int day, int hour, int minute, long latest) {
        int thisYear = yearOf(latest);
        for (int year = thisYear; year >= thisYear - YEARS; year--) {
            long micros = local(year, month, day, hour, minute);
            if (micros != NONE && micros <= latest) {
                lastYear = year;
                return micros;
            }
        }
        return NONE;
    }

    private int yearOf(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L);
        return Instant.ofEpochSecond(second).atZone(zone).getYear();
    }
}
