package org.spoolscope.postfix;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.InstanceSettings;

/// Reads an instance's settings out of what postconf said. What is missing, or what Postfix would
/// not start with, becomes Postfix's default.
final class SettingsReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final Map<String, String> values;

    private SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    /// @param values by the names of postconf(5)
    static InstanceSettings read(String instance, Map<String, String> values) {
        return new SettingsReader(values).settings(InstanceSettings.defaults(instance));
    }

    private InstanceSettings settings(InstanceSettings or) {
        return new InstanceSettings(
                time("minimal_backoff_time", SECOND, SECOND, or.minimalBackoff()),
                time("maximal_backoff_time", SECOND, SECOND, or.maximalBackoff()),
                time("queue_run_delay", SECOND, SECOND, or.queueRunDelay()),
                time("maximal_queue_lifetime", DAY, Duration.ZERO, or.maximalLifetime()),
                time("bounce_queue_lifetime", DAY, Duration.ZERO, or.bounceLifetime()),
                number("qmgr_message_active_limit", 1, or.activeLimit()),
                number("default_destination_concurrency_limit", 0, or.destinationConcurrency()),
                name(or.syslogName()));
    }

    private Duration time(String name, Duration unit, Duration least, Duration or) {
        String text = values.get(name);
        Duration value = text == null ? null : TimeValue.parse(text, unit);
        return value == null || value.compareTo(least) < 0 ? or : value;
    }

    private int number(String name, int least, int or) {
        Integer value = number(values.getOrDefault(name, ""));
        return value == null || value < least ? or : value;
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Before 2.10 postconf does not put in what a value names: `$` is left in it.
    private String name(String or) {
        String text = values.getOrDefault("syslog_name", "");
        return text.isEmpty() || text.length() > LONGEST_NAME || text.contains("$") ? or : text;
    }
}
