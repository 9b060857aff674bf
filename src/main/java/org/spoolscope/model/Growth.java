package org.spoolscope.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How fast the queue grows, from its listings alone.
///
/// @param perHour messages per hour, negative when it drains: the slope of a least-squares line
///   through the totals of the last `GrowthMeter.WINDOW`; null until there are listings enough
/// @param emptyAt when it is empty if it goes on draining like this, or null when it does not drain
public record Growth(@Nullable Double perHour, @Nullable Instant emptyAt) {
    public static final Growth UNKNOWN = new Growth(null, null);
}
