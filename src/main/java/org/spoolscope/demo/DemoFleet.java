package org.spoolscope.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spoolscope.demo.play.DemoAccount;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.Profiles;
import org.spoolscope.demo.sim.SimulatedClock;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.EmbeddedSshServer;
import org.spoolscope.ssh.SshSettings;

/// Simulated Postfix hosts behind real SSH on loopback: `mail1` in the middle of a campaign that
/// one provider slows down, `mail2` healthy with two instances, `mail3` with a slow disk; more of
/// the same kinds, smaller, when more are asked for.
///
/// The hosts have a past: each is simulated from an hour and a half before the present, when it is
/// first asked something. Nothing of the user's is touched; [#close] leaves nothing behind. Safe
/// for any thread.
public final class DemoFleet implements AutoCloseable {
    /// How long before the present the simulation begins.
    public static final Duration PAST = Duration.ofMinutes(90);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final int KEEP_ALIVE_MISSES = 3;

    private final Path folder;
    private final InstantSource clock;
    private final List<DemoServer> hosts = new ArrayList<>();

    private DemoFleet(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Starts a fleet that lives now.
    ///
    /// @param seed the same seed gives the same fleet
    /// @param servers 1 to 200
    /// @param speed simulated seconds per real second
    public static DemoFleet start(long seed, int servers, double speed) throws IOException {
        return start(seed, servers, speed, InstantSource.system());
    }

    /// Starts a fleet that lives by another clock.
    public static DemoFleet start(long seed, int servers, double speed, InstantSource real)
            throws IOException {
        if (servers < 1 || servers > 200) {
            throw new IllegalArgumentException("1 to 200 servers, not " + servers);
        }
        SimulatedClock clock = new SimulatedClock(real, speed);
        DemoFleet fleet = new DemoFleet(Files.createTempDirectory("spoolscope-demo"), clock);
        try {
            fleet.open(seed, servers);
            return fleet;
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    private void open(long seed, int servers) throws IOException {
        EmbeddedSshServer.writeKeyPair(identity());
        String key = Files.readString(folder.resolve("id_ed25519.pub"));
        Instant epoch = clock.instant().minus(PAST);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            Profile profile = Profiles.of(i);
            DemoServer host =
                    DemoServer.start(new SimulatedHost(profile, seed + i, epoch, clock), key);
            hosts.add(host);
            known.add("[127.0.0.1]:" + host.port() + " " + host.hostKey());
        }
        Files.write(knownHosts(), known);
    }

    /// What would stand in `servers.toml`.
    public List<ServerConfig> servers() {
        return hosts.stream().map(this::config).toList();
    }

    private ServerConfig config(DemoServer host) {
        return new ServerConfig(
                host.name(),
                "127.0.0.1",
                DemoAccount.USER,
                host.port(),
                identity().toString(),
                null,
                null,
                null,
                List.of(host.host().profile().address()),
                List.of("demo"),
                ServerConfig.Elevation.SUDO,
                false);
    }

    /// The fleet's own known_hosts and key, and nothing else.
    public SshSettings settings() {
        return new SshSettings(
                DemoAccount.USER,
                List.of(knownHosts()),
                List.of(identity()),
                CONNECT_TIMEOUT,
                KEEP_ALIVE,
                KEEP_ALIVE_MISSES);
    }

    /// The fleet's time.
    public InstantSource clock() {
        return clock;
    }

    /// The hosts themselves, in the order of [#servers].
    public List<DemoServer> hosts() {
        return List.copyOf(hosts);
    }

    /// The host of this name.
    ///
    /// @throws IllegalArgumentException when there is none
    public DemoServer host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such host: " + name));
    }

    /// Takes a host's key out of known_hosts, as if one had never connected to it.
    public void forgetHostKey(String name) throws IOException {
        String entry = "[127.0.0.1]:" + host(name).port() + " ";
        List<String> left =
                Files.readAllLines(knownHosts()).stream()
                        .filter(line -> !line.startsWith(entry))
                        .toList();
        Files.write(knownHosts(), left);
    }

    private Path identity() {
        return folder.resolve("id_ed25519");
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @Override
    public void close() {
        hosts.forEach(DemoServer::close);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // Gone already, or it goes with the temporary folder.
        }
    }
}
