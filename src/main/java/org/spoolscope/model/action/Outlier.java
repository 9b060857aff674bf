package org.spoolscope.model.action;

import org.spoolscope.model.QueueId;
import org.spoolscope.model.Words;

/// A message for which an action came to anything else than [Result#CHANGED].
///
/// @param detail as in [TargetResult]
public record Outlier(String instance, QueueId id, Result result, String detail) {
    /// The detail of one that an interrupted action put on hold, and left so.
    public static final String LEFT_ON_HOLD = Words.get("action.detail.left-on-hold").toString();

    public static Outlier of(TargetResult result) {
        return new Outlier(
                result.target().instance(), result.target().id(), result.result(), result.detail());
    }

    /// Unique within one server.
    public String key() {
        return instance + "/" + id;
    }
}
