package org.spoolscope.ui.message;

import java.util.List;

/// The messages that a query found. Immutable.
///
/// @param found newest first
/// @param more how many were found besides
public record MessageAnswer(MessageQuery query, List<Timeline> found, int more) {
    static final MessageAnswer NONE = new MessageAnswer(MessageQuery.NOTHING, List.of(), 0);

    public MessageAnswer {
        found = List.copyOf(found);
    }
}
