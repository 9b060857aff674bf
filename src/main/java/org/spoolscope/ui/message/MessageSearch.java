package org.spoolscope.ui.message;

import java.util.List;
import org.spoolscope.model.ServerSnapshot;

/// Finds messages. For a background thread, one question at a time.
@FunctionalInterface
public interface MessageSearch {
    /// A question, and the servers it is asked of.
    record Job(MessageQuery query, List<ServerSnapshot> servers) {}

    MessageAnswer find(Job job);
}
