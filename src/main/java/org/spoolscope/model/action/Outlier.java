package org.spoolscope.model.action;

import org.spoolscope.model.QueueId;

/// A message for which an action came to anything else than [Result#CHANGED].
///
/// @param detail as in [TargetResult]
public record Outlier(String instance, QueueId id, Result result, String detail) {
    public static Outlier of(TargetResult result) {
        return new Outlier(
                result.target().instance(), result.target().id(), result.result(), result.detail());
    }

    /// Unique within one server.
    public String key() {
        return instance + "/" + id;
    }
}
