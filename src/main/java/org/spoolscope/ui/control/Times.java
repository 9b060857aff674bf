package org.spoolscope.ui.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// Moments in the zone that the person chose. Immutable.
public final class Times {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /// `Oslo` of `Europe/Oslo`; `UTC`.
    public DisplayText zoneName() {
        return nameOf(zone);
    }

    private static DisplayText nameOf(ZoneId zone) {
        String id = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return DisplayText.of(id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
    }

    /// `14:32:07`.
    public DisplayText second(Instant at) {
        return DisplayText.of(SECOND.format(at.atZone(zone)));
    }

    /// Day and time, and beside them the server's own time where that is another one: `2026-03-13
    /// 14:32:07 Oslo (22:32:07 Tokyo on the server)`.
    public DisplayText moment(Instant at, ZoneId server) {
        DisplayText here = DisplayText.of(day(at) + " " + zoneName());
        return server.getRules().getOffset(at).equals(zone.getRules().getOffset(at))
                ? here
                : Words.get("times.both", here, new Times(server).second(at), nameOf(server));
    }

    /// `14:32`.
    public DisplayText minute(Instant at) {
        return DisplayText.of(MINUTE.format(at.atZone(zone)));
    }

    /// The time, behind its day where that is another one than that of `other`: `14:32`,
    /// `2026-03-16 14:32`.
    public DisplayText minuteBeside(Instant at, Instant other) {
        boolean sameDay = at.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
        return sameDay ? minute(at) : DisplayText.of(DAY_MINUTE.format(at.atZone(zone)));
    }

    /// `2026-03-13 14:32:07`.
    public DisplayText day(Instant at) {
        return DisplayText.of(DAY.format(at.atZone(zone)));
    }
}
