package org.spoolscope.ui.message;

import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.RemoteTrace;

/// The logs that lie on the servers, the old and packed ones included. For a background thread.
@FunctionalInterface
public interface OldLogs {
    /// Looks for a message. Blocks; interruption ends it.
    ///
    /// @param server its name
    /// @param term a queue id, a Message-ID or an address
    /// @param progress told of each file, on the caller's thread
    TraceResult search(String server, String term, RemoteTrace.Progress progress)
            throws InterruptedException;
}
