package org.spoolscope.monitor;

import java.util.List;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogSource;
import org.spoolscope.monitor.search.RemoteTrace;

/// What came of looking for a message in a server's own logs.
public sealed interface TraceResult {
    /// The logs were searched; there may be no line in it.
    record Searched(RemoteTrace.Collected collected) implements TraceResult {}

    /// The server is not connected.
    record NoLink() implements TraceResult {}

    /// There is no file to search.
    ///
    /// @param sources what is known of its logs; may be empty
    record NoFile(List<LogSource> sources) implements TraceResult {
        public NoFile {
            sources = List.copyOf(sources);
        }
    }

    /// The link was lost meanwhile.
    record Failed(LinkFailure failure) implements TraceResult {}
}
