package org.spoolscope.ui.server;

import java.time.Duration;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// How far back the charts look.
public enum TimeRange {
    MINUTES_5(5),
    MINUTES_15(15),
    HOUR(60);

    private final int minutes;

    TimeRange(int minutes) {
        this.minutes = minutes;
    }

    Duration span() {
        return Duration.ofMinutes(minutes);
    }

    DisplayText label() {
        return Words.get("server.range." + minutes);
    }

    /// Of its button.
    String id() {
        return "server-range-" + minutes;
    }
}
