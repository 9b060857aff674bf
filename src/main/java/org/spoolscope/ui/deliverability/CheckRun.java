package org.spoolscope.ui.deliverability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.monitor.deliverability.ServerCheck;

/// How far the checks of one server are. What a check found stays while the next one runs, and when
/// that one fails.
///
/// @param underWay whether one runs
/// @param resolver who is asked just now; empty until that is known
/// @param found what was found last, or null
/// @param failed why the last one found nothing, or null
record CheckRun(
        boolean underWay,
        String resolver,
        @Nullable Found found,
        @Nullable DeliverabilityResult failed) {
    /// Nobody has asked yet.
    static final CheckRun NONE = new CheckRun(false, "", null, null);

    /// What was found, and when.
    record Found(ServerCheck.Outcome.Checked checked, Instant at) {}

    CheckRun started() {
        return new CheckRun(true, "", found, null);
    }

    CheckRun asking(String whom) {
        return new CheckRun(true, whom, found, null);
    }

    CheckRun ended(DeliverabilityResult result, Instant at) {
        return result instanceof DeliverabilityResult.Answered(ServerCheck.Outcome.Checked checked)
                ? new CheckRun(false, "", new Found(checked, at), null)
                : new CheckRun(false, "", found, result);
    }

    /// Whether there never was a check.
    boolean isNew() {
        return equals(NONE);
    }
}
