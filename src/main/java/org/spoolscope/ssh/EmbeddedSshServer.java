package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.file.Path;

/// A small SSH server on loopback, for the demo fleet and for tests: real SSH, played answers.
public final class EmbeddedSshServer implements AutoCloseable {
    /// Starts on 127.0.0.1, on a free port when `port` is 0, with a fresh host key.
    ///
    /// @param authorizedKey the only public key (OpenSSH `.pub` line) that may log in, as any user
    public static EmbeddedSshServer start(int port, String authorizedKey, RemoteShell shell)
            throws IOException {
        throw new IOException();
    }

    private EmbeddedSshServer() {}

    public int port() {
        return 0;
    }

    /// The host key as it would stand in known_hosts: `ssh-ed25519 AAAA…`.
    public String hostKey() {
        return "";
    }

    /// Writes a fresh ed25519 key pair, `file` and `file.pub`, in OpenSSH's format, mode 0600.
    public static void writeKeyPair(Path file) throws IOException {
        throw new IOException();
    }

    /// Cuts all connections, as a killed sshd would, and goes on listening.
    public void dropConnections() {}

    @Override
    public void close() {}
}
