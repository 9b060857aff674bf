package org.spoolscope.postfix.journey;

import org.jspecify.annotations.Nullable;

/// One line about one message.
///
/// @param source the server's number
/// @param order within the source
/// @param micros by the log's clock; [Long#MIN_VALUE] where the line had no time
/// @param matches whether it is what was asked for
/// @param link what it says about another message, or null
/// @param facts what it says about this one
record Mention(
        int source,
        String instance,
        String id,
        long order,
        long micros,
        boolean matches,
        Step step,
        @Nullable Link link,
        Facts facts) {
    /// Another message that this one is related to.
    ///
    /// @param id its queue id
    /// @param forward whether it came of this one; else this one came of it
    record Link(Relation relation, String id, boolean forward) {}

    /// What single lines know of the whole message; empty or -1 where they don't.
    record Facts(String messageId, String from, String client, long size, long recipients) {
        static final Facts NONE = new Facts("", "", "", -1, -1);
    }
}
