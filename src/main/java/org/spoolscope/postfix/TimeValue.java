package org.spoolscope.postfix;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time as Postfix's settings have it: a whole number and a unit, such as `300s`, `5d`, `1h`.
/// What stands behind the unit is passed over, as Postfix does (conv_time.c).
final class TimeValue {
    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,10})(?:([smhdw]).*)?");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1),
                    "w", Duration.ofDays(7));

    private TimeValue() {}

    /// Null for anything that Postfix would not start with, such as more than 68 years.
    ///
    /// @param unit what a number without one is meant in, which differs by the setting
    static @Nullable Duration parse(String text, Duration unit) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Duration value =
                (matcher.group(2) == null ? unit : UNITS.getOrDefault(matcher.group(2), unit))
                        .multipliedBy(Long.parseLong(matcher.group(1)));
        return value.toSeconds() > Integer.MAX_VALUE ? null : value;
    }
}
