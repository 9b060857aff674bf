package org.spoolscope.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import org.spoolscope.ssh.SshSettings;

/// How programs that get the lab's folder and port as arguments log in to it.
///
/// @param folder the lab's
public record LabLogin(Path folder, int port) {
    /// From the first two arguments.
    public static LabLogin of(String[] arguments) {
        return new LabLogin(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /// Where keys and `known_hosts` lie.
    public Path operator() {
        return folder.resolve("operator/.ssh");
    }

    public SshSettings settings() {
        return new SshSettings(
                "ops",
                List.of(operator().resolve("known_hosts")),
                List.of(operator().resolve("id_ed25519")),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                3);
    }

    public ServerConfig server() {
        return ServerConfig.of("lab", "127.0.0.1").withPort(port);
    }

    public SshConnection connect(Ssh ssh) throws SshException, InterruptedException {
        return ssh.connect(server(), Passphrases.NONE);
    }
}
