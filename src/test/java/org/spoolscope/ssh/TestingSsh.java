package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.spoolscope.model.RemoteCall;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.model.ServerConfig;

/// A person's `.ssh` folder with one key, an embedded server that lets it in, and its host key on
/// file.
public final class TestingSsh implements AutoCloseable {
    static final Budget BUDGET = new Budget(64 << 20, Duration.ofSeconds(30));

    final Path folder;
    final Path key;
    final Path knownHosts;
    public final EmbeddedSshServer server;
    public final Ssh ssh;

    private TestingSsh(Path folder, RemoteShell shell, Duration keepAlive) throws IOException {
        this.folder = folder;
        key = folder.resolve("id_ed25519");
        knownHosts = folder.resolve("known_hosts");
        EmbeddedSshServer.writeKeyPair(key);
        server =
                EmbeddedSshServer.start(
                        0, Files.readString(folder.resolve("id_ed25519.pub")), shell);
        know(server.port());
        ssh = new Ssh(settings(keepAlive, Duration.ofSeconds(20)));
    }

    public static TestingSsh with(Path folder, RemoteShell shell) throws IOException {
        return with(folder, shell, Duration.ofSeconds(15));
    }

    static TestingSsh with(Path folder, RemoteShell shell, Duration keepAlive) throws IOException {
        return new TestingSsh(folder, shell, keepAlive);
    }

    SshSettings settings(Duration keepAlive, Duration connectTimeout) {
        return new SshSettings(
                "ops", List.of(knownHosts), List.of(key), connectTimeout, keepAlive, 3);
    }

    /// Puts the server's host key on file for this port of 127.0.0.1.
    void know(int port) throws IOException {
        Files.writeString(knownHosts, "[127.0.0.1]:" + port + " " + server.hostKey() + "\n");
    }

    public SshConnection connect() throws SshException, InterruptedException {
        return connect(server.port());
    }

    SshConnection connect(int port) throws SshException, InterruptedException {
        return ssh.connect(at(port), Passphrases.NONE);
    }

    public static ServerConfig at(int port) {
        return ServerConfig.of("mail1", "127.0.0.1").withPort(port);
    }

    static RemoteCall call(String script) {
        return new RemoteCommand("test", script).call();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        ssh.close();
        server.close();
    }
}
