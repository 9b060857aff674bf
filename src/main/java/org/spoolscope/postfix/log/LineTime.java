package org.spoolscope.postfix.log;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/// Reads the time that a line begins with: `Nov 8 10:38:17`, with no year and no zone, or
/// `2026-11-08T10:38:17.123456+01:00`, its fraction and offset both optional (RFC 3339 and what
/// loggers make of it). Lines of the same minute share one calculation.
final class LineTime {
    private static final int YEARLESS = 15;
    private static final int ISO = 19;
    private static final long SECOND = 1_000_000;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final YearInference years;

    private long yearlessHead;
    private long yearlessTail;
    private long yearlessMinute = YearInference.NONE;

    private long isoHead;
    private long isoTail;
    private long isoUtcMinute = YearInference.NONE;
    private long isoLocalMinute = YearInference.NONE;

    private long micros;

    LineTime(ZoneId zone, InstantSource clock) {
        years = new YearInference(zone, clock);
    }

    /// Microseconds since the epoch of the time that [#read] found.
    long micros() {
        return micros;
    }

    /// Reads the time at `at`.
    ///
    /// @return behind it, or -1 where there is none
    int read(byte[] in, int at, int to) {
        if (to - at < YEARLESS + 1) {
            return -1;
        }
        return Scan.isDigit(in[at]) ? iso(in, at, to) : yearless(in, at, to);
    }

    private int yearless(byte[] in, int at, int to) {
        long head = Literal.word(in, at);
        long tail = Literal.word(in, at + 4);
        if (head != yearlessHead || tail != yearlessTail || yearlessMinute == YearInference.NONE) {
            yearlessMinute = yearlessMinute(in, at);
            if (yearlessMinute == YearInference.NONE) {
                return -1;
            }
            yearlessHead = head;
            yearlessTail = tail;
        }
        int second = Scan.twoDigits(in, at + 13);
        if (in[at + 12] != ':' || second < 0 || second > 60) {
            return -1;
        }
        micros = yearlessMinute + second * SECOND;
        return fraction(in, at + YEARLESS, to);
    }

    private long yearlessMinute(byte[] in, int at) {
        int month = 0;
        while (month < 12 && !isMonth(in, at, month)) {
            month++;
        }
        int day =
                in[at + 4] == ' '
                        ? Scan.isDigit(in[at + 5]) ? in[at + 5] - '0' : -1
                        : Scan.twoDigits(in, at + 4);
        int hour = Scan.twoDigits(in, at + 7);
        int minute = Scan.twoDigits(in, at + 10);
        boolean wrong =
                month == 12
                        || day < 1
                        || hour < 0
                        || minute < 0
                        || in[at + 3] != ' '
                        || in[at + 6] != ' '
                        || in[at + 9] != ':';
        return wrong ? YearInference.NONE : years.resolve(month + 1, day, hour, minute);
    }

    private static boolean isMonth(byte[] in, int at, int month) {
        return in[at] == MONTHS.charAt(month * 3)
                && in[at + 1] == MONTHS.charAt(month * 3 + 1)
                && in[at + 2] == MONTHS.charAt(month * 3 + 2);
    }

    private int iso(byte[] in, int at, int to) {
        if (to - at < ISO + 1) {
            return -1;
        }
        long head = Literal.word(in, at);
        long tail = Literal.word(in, at + 8);
        if (head != isoHead || tail != isoTail || isoUtcMinute == YearInference.NONE) {
            isoLocalMinute = YearInference.NONE;
            isoUtcMinute = isoUtcMinute(in, at);
            if (isoUtcMinute == YearInference.NONE) {
                return -1;
            }
            isoHead = head;
            isoTail = tail;
        }
        int second = Scan.twoDigits(in, at + 17);
        if (in[at + 16] != ':' || second < 0 || second > 60) {
            return -1;
        }
        micros = second * SECOND;
        int zone = fraction(in, at + ISO, to);
        return offset(in, zone, to, at);
    }

    private static long isoUtcMinute(byte[] in, int at) {
        int century = Scan.twoDigits(in, at);
        int year = Scan.twoDigits(in, at + 2);
        int month = Scan.twoDigits(in, at + 5);
        int day = Scan.twoDigits(in, at + 8);
        int hour = Scan.twoDigits(in, at + 11);
        int minute = Scan.twoDigits(in, at + 14);
        boolean wrong =
                century < 0
                        || year < 0
                        || month < 1
                        || month > 12
                        || day < 1
                        || hour < 0
                        || hour > 23
                        || minute < 0
                        || minute > 59
                        || in[at + 4] != '-'
                        || in[at + 7] != '-'
                        || in[at + 10] != 'T' && in[at + 10] != ' '
                        || in[at + 13] != ':';
        if (wrong) {
            return YearInference.NONE;
        }
        LocalDate first = LocalDate.of(century * 100 + year, month, 1);
        if (day > first.lengthOfMonth()) {
            return YearInference.NONE;
        }
        return TimeUnit.DAYS.toMicros(first.toEpochDay() + day - 1)
                + TimeUnit.MINUTES.toMicros(hour * 60L + minute);
    }

    /// Adds `.123456` to the time; digits beyond the sixth don't count.
    private int fraction(byte[] in, int at, int to) {
        if (!Scan.isAt(in, at, to, '.') && !Scan.isAt(in, at, to, ',')) {
            return at;
        }
        long unit = SECOND / 10;
        int digit = at + 1;
        for (; digit < to && Scan.isDigit(in[digit]); digit++) {
            micros += unit * (in[digit] - '0');
            unit /= 10;
        }
        return digit;
    }

    /// Adds the minute to the time, by the offset that stands there or in the server's zone.
    private int offset(byte[] in, int at, int to, int begin) {
        if (Scan.isAt(in, at, to, 'Z')) {
            micros += isoUtcMinute;
            return at + 1;
        }
        boolean east = Scan.isAt(in, at, to, '+');
        if (!east && !Scan.isAt(in, at, to, '-')) {
            return local(in, at, begin);
        }
        int colon = Scan.isAt(in, at + 3, to, ':') ? 1 : 0;
        if (to - at < 5 + colon) {
            return -1;
        }
        int hours = Scan.twoDigits(in, at + 1);
        int minutes = Scan.twoDigits(in, at + 3 + colon);
        if (hours < 0 || minutes < 0) {
            return -1;
        }
        long ahead = TimeUnit.MINUTES.toMicros(hours * 60L + minutes);
        micros += isoUtcMinute - (east ? ahead : -ahead);
        return at + 5 + colon;
    }

    private int local(byte[] in, int at, int begin) {
        if (isoLocalMinute == YearInference.NONE) {
            isoLocalMinute =
                    years.local(
                            Scan.twoDigits(in, begin) * 100 + Scan.twoDigits(in, begin + 2),
                            Scan.twoDigits(in, begin + 5),
                            Scan.twoDigits(in, begin + 8),
                            Scan.twoDigits(in, begin + 11),
                            Scan.twoDigits(in, begin + 14));
            years.passed(isoLocalMinute);
        }
        micros += isoLocalMinute;
        return at;
    }
}
