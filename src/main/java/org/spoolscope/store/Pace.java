package org.spoolscope.store;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How often something is done, as it stands in a file: `30m`, `2h`, `1d`.
final class Pace {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})([mhd])");
    private static final Map<String, Duration> UNITS =
            Map.of("d", Duration.ofDays(1), "h", Duration.ofHours(1), "m", Duration.ofMinutes(1));

    private Pace() {}

    /// Null for anything else.
    static @Nullable Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? UNITS.getOrDefault(matcher.group(2), Duration.ZERO)
                        .multipliedBy(Long.parseLong(matcher.group(1)))
                : null;
    }

    /// @param pace whole minutes
    static String text(Duration pace) {
        long minutes = pace.toMinutes();
        if (minutes % 60 != 0) {
            return minutes + "m";
        }
        return minutes % 1440 == 0 ? minutes / 1440 + "d" : minutes / 60 + "h";
    }
}
