package org.spoolscope.model.blocklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one list answers of one address has changed. Only answers count: that it could not be asked
/// in between is no change.
///
/// @param before what it answered until then; null when it had never answered
/// @param now with its proof
public record ListChange(@Nullable Verdict before, ListCheck now) {
    /// When the change was seen, which may be long after it happened.
    public Instant at() {
        return now.at();
    }

    /// Whether people should be told: it is listed, or is so no longer.
    public boolean isEvent() {
        return (now.verdict() == Verdict.LISTED) != (before == Verdict.LISTED);
    }
}
