package org.spoolscope.ui.message;

import java.util.List;
import java.util.Map;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;

/// Finds messages. For a background thread, one question at a time.
@FunctionalInterface
public interface MessageSearch {
    /// A question, and the servers it is asked of.
    ///
    /// @param old what the servers' own logs hold about it, by the servers' names; empty where they
    ///   were not searched
    record Job(MessageQuery query, List<ServerSnapshot> servers, Map<String, LogWindow> old) {
        public Job {
            old = Map.copyOf(old);
        }
    }

    MessageAnswer find(Job job);
}
