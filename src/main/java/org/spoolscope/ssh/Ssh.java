package org.spoolscope.ssh;

import java.io.IOException;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;

/// The application's SSH client.
public final class Ssh implements AutoCloseable {
    public Ssh(SshSettings settings) {}

    /// Connects, checks the host key, logs in.
    ///
    /// @throws SshException with the reason; nothing is left open then
    public SshConnection connect(ServerConfig server, Passphrases passphrases)
            throws SshException, InterruptedException {
        throw new IllegalStateException();
    }

    /// Appends the key that was shown, and exactly that one, to the first known_hosts file.
    public void trust(LinkFailure.HostKeyUnknown accepted) throws IOException {
        throw new IOException();
    }

    @Override
    public void close() {}
}
