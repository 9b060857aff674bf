package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// What answers the exec requests of an [EmbeddedSshServer].
@FunctionalInterface
public interface RemoteShell {
    /// Runs one exec line to its end, on a virtual thread of its own; interrupted when the client
    /// closes the channel. Output is sent when it is flushed, and at the end.
    ///
    /// @return the exit status
    int run(String line, InputStream stdin, OutputStream stdout, OutputStream stderr)
            throws IOException, InterruptedException;
}
