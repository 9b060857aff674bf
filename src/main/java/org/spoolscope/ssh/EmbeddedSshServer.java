package org.spoolscope.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/// A small SSH server on loopback, for the demo fleet and for tests: real SSH, played answers. All
/// of them share their threads. Thread-safe.
public final class EmbeddedSshServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final PublicKey authorized;
    private final RemoteShell shell;
    private final AtomicReference<KeyPair> hostKey;
    private int port;
    private volatile RemoteNet net = RemoteNet.FORBIDDEN;
    private @Nullable SshServer server;

    private EmbeddedSshServer(int port, PublicKey authorized, RemoteShell shell, KeyPair hostKey) {
        this.port = port;
        this.authorized = authorized;
        this.shell = shell;
        this.hostKey = new AtomicReference<>(hostKey);
    }

    /// Starts on 127.0.0.1, on a free port when `port` is 0, with a fresh host key.
    ///
    /// @param authorizedKey the only public key (OpenSSH `.pub` line) that may log in, as any user
    public static EmbeddedSshServer start(int port, String authorizedKey, RemoteShell shell)
            throws IOException {
        PublicKey authorized;
        try {
            authorized =
                    PublicKeyEntry.parsePublicKeyEntry(authorizedKey)
                            .resolvePublicKey(null, null, null);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not a public key: " + authorizedKey, e);
        }
        EmbeddedSshServer started = new EmbeddedSshServer(port, authorized, shell, newKey());
        started.resume();
        return started;
    }

    /// The port, the same also after [#stop] and [#resume].
    public synchronized int port() {
        return port;
    }

    /// The host key as it would stand in known_hosts: `ssh-ed25519 AAAA…`.
    public String hostKey() {
        return PublicKeyEntry.toString(hostKey.get().getPublic());
    }

    /// Forwards connections that are asked for from now on; at first none.
    public void forward(RemoteNet connections) {
        net = connections;
    }

    /// Writes a fresh ed25519 key pair, `file` and `file.pub`, in OpenSSH's format, mode 0600.
    public static void writeKeyPair(Path file) throws IOException {
        KeyPair pair = newKey();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "spoolscope", null, out);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".pub"),
                PublicKeyEntry.toString(pair.getPublic()) + " spoolscope\n");
    }

    /// Cuts all connections, as a killed sshd would, and goes on listening.
    public synchronized void dropConnections() {
        if (server != null) {
            List.copyOf(server.getActiveSessions()).forEach(EmbeddedSshServer::cut);
        }
    }

    /// Shows another host key to whoever connects from now on, as a reinstalled server would.
    public void changeHostKey() throws IOException {
        hostKey.set(newKey());
    }

    /// Cuts all connections and stops listening, as when the machine goes down.
    public synchronized void stop() {
        if (server != null) {
            dropConnections();
            try {
                server.stop(true);
            } catch (IOException e) {
                // It is gone, if not in order.
            }
            server = null;
        }
    }

    /// Listens again on the same port, with the same host key. Does nothing while it listens.
    public synchronized void resume() throws IOException {
        if (server != null) {
            return;
        }
        ClientSetup.quiet();
        SshServer made = SharedIo.configured(ServerBuilder.builder().build());
        made.setHost(HOST);
        made.setPort(port);
        made.setIoServiceFactoryFactory(SharedIo.forServers());
        made.setScheduledExecutorService(SharedIo.TIMER);
        made.setKeyPairProvider((KeyPairProvider) _ -> List.of(hostKey.get()));
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        made.setPublickeyAuthenticator((_, key, _) -> KeyUtils.compareKeys(key, authorized));
        made.setCommandFactory((_, line) -> new EmbeddedCommand(shell, line));
        made.setChannelFactories(
                List.of(
                        ChannelSessionFactory.INSTANCE,
                        EmbeddedForward.factory((host, asked) -> net.address(host, asked))));
        made.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        made.start();
        port = made.getPort();
        server = made;
    }

    @Override
    public void close() {
        stop();
    }

    private static void cut(AbstractSession session) {
        session.close(true);
    }

    private static KeyPair newKey() throws IOException {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
