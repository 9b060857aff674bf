package org.spoolscope.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What holds for all connections. [#openSsh] gives what OpenSSH would use.
///
/// @param knownHosts files looked in, in this order; new keys are appended to the first
/// @param identities private keys tried when a server names none; missing files are passed over
/// @param connectTimeout for TCP, key exchange and login together
/// @param keepAlive after this much silence a keep-alive is sent
/// @param keepAliveMisses so many unanswered ones in a row mean that the link is lost
public record SshSettings(
        String user,
        List<Path> knownHosts,
        List<Path> identities,
        Duration connectTimeout,
        Duration keepAlive,
        int keepAliveMisses) {
    public SshSettings {
        knownHosts = List.copyOf(knownHosts);
        identities = List.copyOf(identities);
    }

    /// `~/.ssh/known_hosts`, `~/.ssh/known_hosts2` and the system's files; `id_ed25519`,
    /// `id_ecdsa`, `id_rsa`; 20 s to connect, keep-alive 15 s x 3.
    public static SshSettings openSsh(Path home, String user) {
        Path ssh = home.resolve(".ssh");
        return new SshSettings(
                user,
                List.of(
                        ssh.resolve("known_hosts"),
                        ssh.resolve("known_hosts2"),
                        Path.of("/etc/ssh/ssh_known_hosts"),
                        Path.of("/etc/ssh/ssh_known_hosts2")),
                List.of(ssh.resolve("id_ed25519"), ssh.resolve("id_ecdsa"), ssh.resolve("id_rsa")),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                3);
    }
}
