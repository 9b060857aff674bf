package org.spoolscope.ssh;

import java.util.concurrent.CompletableFuture;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.RemoteCall;

/// One logged-in connection to one server.
public final class SshConnection implements AutoCloseable {
    private final CompletableFuture<LinkFailure> lost = new CompletableFuture<>();

    SshConnection() {}

    /// Runs a command to its end and returns all it printed.
    ///
    /// @param stdin bytes for its standard input, which is closed after them; may be empty
    /// @throws SshException when the link is lost before or while it runs
    public Output run(RemoteCall call, byte[] stdin, Budget budget)
            throws SshException, InterruptedException {
        throw new IllegalStateException();
    }

    /// Starts a command whose output is read while it runs.
    public RemoteProcess start(RemoteCall call, Budget budget)
            throws SshException, InterruptedException {
        throw new IllegalStateException();
    }

    /// `SHA256:…` of the server's host key.
    public String hostKeyFingerprint() {
        return "";
    }

    /// Completes with the reason when the connection ends in any other way than [#close].
    public CompletableFuture<LinkFailure> lost() {
        return lost;
    }

    @Override
    public void close() {}
}
