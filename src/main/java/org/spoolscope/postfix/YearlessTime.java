package org.spoolscope.postfix;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// Finds the year of a time that was printed without one: the latest in which the time is not in
/// the future and, if there is one within [#YEARS], falls on the printed day of the week. A day of
/// grace is given to a server whose clock runs ahead.
record YearlessTime(InstantSource clock, ZoneId zone) {
    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final List<String> DAYS =
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Duration GRACE = Duration.ofDays(1);

    /// After 11 years at the latest, a date has fallen on each day of the week that it can.
    private static final int YEARS = 12;

    /// The time, or [Instant#EPOCH] where there is no such time in any year.
    Instant resolve(String dayOfWeek, String month, int day, int hour, int minute, int second) {
        Instant latest = clock.instant().plus(GRACE);
        int thisYear = latest.atZone(zone).getYear();
        Instant otherDay = Instant.EPOCH;
        for (int year = thisYear; year > thisYear - YEARS; year--) {
            LocalDateTime time;
            try {
                time = LocalDateTime.of(year, MONTHS.indexOf(month) + 1, day, hour, minute, second);
            } catch (DateTimeException e) {
                continue;
            }
            Instant instant = time.atZone(zone).toInstant();
            if (instant.isAfter(latest)) {
                continue;
            }
            if (time.getDayOfWeek().getValue() == DAYS.indexOf(dayOfWeek) + 1) {
                return instant;
            }
            if (otherDay.equals(Instant.EPOCH)) {
                otherDay = instant;
            }
        }
        return otherDay;
    }
}
