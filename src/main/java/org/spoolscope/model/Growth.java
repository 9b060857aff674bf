package org.spoolscope.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the queue grows or drains, from its listings.
///
/// @param perHour messages per hour, negative when it drains: the slope of a least-squares line
///   through the totals of the last ten minutes; null until there are listings enough
/// @param drain what becomes of it; messages on hold, which never leave by themselves, left out
public record Growth(@Nullable Double perHour, Drain drain) {
    public static final Growth UNKNOWN = new Growth(null, new Drain.TooEarly());

    /// When it is most likely empty, or null when it does not drain.
    public @Nullable Instant emptyAt() {
        return drain instanceof Drain.Draining draining ? draining.emptyAt() : null;
    }
}
