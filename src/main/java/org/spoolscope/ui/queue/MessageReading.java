package org.spoolscope.ui.queue;

import org.spoolscope.model.QueueId;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.PostcatReply;

/// What lies in the queues of the servers. For a background thread.
@FunctionalInterface
public interface MessageReading {
    /// Reads a part of a message. Blocks; interruption ends it.
    ///
    /// @param server its name
    ReadResult read(String server, String instance, QueueId id, PostcatReply.Part part)
            throws InterruptedException;
}
