package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.sshd.client.SshClient;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;

/// The application's SSH client: one for all servers. Thread-safe.
public final class Ssh implements AutoCloseable {
    private final SshSettings settings;
    private final Home home = new Home(Path.of(System.getProperty("user.home")));
    private final Identities identities;
    private final SshClient client;

    public Ssh(SshSettings settings) {
        this.settings = settings;
        this.identities = new Identities(settings, home);
        this.client = ClientSetup.start(settings.connectTimeout());
    }

    /// Connects, checks the host key, logs in with the server's own key or else with the default
    /// ones. An encrypted key whose passphrase is not known is passed over when another key lets us
    /// in. Nothing is tried twice. Blocks for at most the connect timeout.
    ///
    /// @throws SshException with the reason; nothing is left open then
    public SshConnection connect(ServerConfig server, Passphrases passphrases)
            throws SshException, InterruptedException {
        Target target = Target.of(server, settings);
        Identities.Offer offer = identities.offerFor(target, passphrases);
        KnownHosts knownHosts = KnownHosts.read(settings.knownHosts(), home, target);
        Attempt attempt = new Attempt(target, knownHosts);
        WatchedSession session = new Login(client, attempt, offer, settings.connectTimeout()).run();
        return new SshConnection(session, target, settings);
    }

    /// Appends the key that was shown, and exactly that one, to the first known_hosts file. Nothing
    /// is written when it stands there already.
    ///
    /// @throws IOException when the file can't be read or written
    public synchronized void trust(LinkFailure.HostKeyUnknown accepted) throws IOException {
        HostKey key =
                HostKey.parse(accepted.keyType(), accepted.keyBase64())
                        .orElseThrow(() -> new IOException("not a host key"));
        String name = accepted.hostAndPort();
        if (name.isEmpty() || !name.chars().allMatch(Ssh::isInHostNames)) {
            throw new IOException("not a host name");
        }
        KnownHostsFile file = new KnownHostsFile(settings.knownHosts().getFirst(), home);
        try {
            if (file.read().stream().anyMatch(line -> isTrustIn(line, name, key))) {
                return;
            }
        } catch (SshException e) {
            throw new IOException(e.failure().toString(), e);
        }
        file.append(name, key);
    }

    /// Nothing that means something else in a known_hosts line.
    private static boolean isInHostNames(int c) {
        return c > ' ' && c < 0x7f && ",*?!|#@".indexOf(c) < 0;
    }

    private static boolean isTrustIn(KnownHostsLine line, String name, HostKey key) {
        return line.marker() == KnownHostsLine.Marker.NONE
                && line.isKey(key)
                && line.hosts().matches(name);
    }

    /// Closes all connections. What they run ends as a lost link.
    @Override
    public void close() {
        client.stop();
    }
}
