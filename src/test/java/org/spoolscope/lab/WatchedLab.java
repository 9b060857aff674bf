package org.spoolscope.lab;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;

/// A fleet of one that watches the lab, at a pace for tests.
final class WatchedLab implements AutoCloseable {
    private static final MonitorSettings QUICK =
            new MonitorSettings(
                    Duration.ofMillis(200),
                    5,
                    Duration.ofMillis(500),
                    0.5,
                    Duration.ofMinutes(30),
                    Duration.ofMillis(500),
                    2,
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    1800);
    private static final long PATIENCE_SECONDS = 40;

    private final Ssh ssh;
    private final Fleet fleet;

    WatchedLab(Lab lab, SshSettings settings) {
        this(settings, lab.server(), null);
    }

    /// @param lists which blocklists are asked, or null for none
    WatchedLab(SshSettings settings, ServerConfig server, @Nullable ListSettings lists) {
        ssh = new Ssh(settings);
        fleet =
                new Fleet(
                        ssh,
                        List.of(server),
                        QUICK,
                        LogSettings.builtIn(),
                        lists,
                        InstantSource.system(),
                        Sleeper.REAL,
                        new Random(7));
    }

    Fleet fleet() {
        return fleet;
    }

    ServerSnapshot awaitOnline() {
        return await(server -> server.link() instanceof Link.Online && server.host() != null);
    }

    ServerSnapshot awaitListing() {
        return await(server -> server.link() instanceof Link.Online && server.hasListing());
    }

    /// The failure that the link went down with.
    Link.Down awaitDown(Class<? extends LinkFailure> failure) {
        return (Link.Down)
                await(server ->
                                server.link() instanceof Link.Down down
                                        && failure.isInstance(down.failure()))
                        .link();
    }

    <T extends Trouble> T awaitTrouble(Class<T> kind) {
        return trouble(await(server -> has(server, kind)), kind);
    }

    ServerSnapshot awaitWithout(Class<? extends Trouble> kind) {
        return await(server -> server.link() instanceof Link.Online && !has(server, kind));
    }

    /// Waits for a published snapshot that meets the condition.
    ServerSnapshot await(Predicate<ServerSnapshot> condition) {
        CompletableFuture<ServerSnapshot> met = new CompletableFuture<>();
        try (var _ =
                fleet.subscribe(snapshot -> {
                    if (condition.test(lab(snapshot))) {
                        met.complete(lab(snapshot));
                    }
                })) {
            ServerSnapshot now = lab(fleet.snapshot());
            if (condition.test(now)) {
                return now;
            }
            return met.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .exceptionallyCompose(e ->
                            CompletableFuture.failedFuture(
                                    new AssertionError(
                                            "at last: "
                                                    + lab(fleet.snapshot()).link()
                                                    + " "
                                                    + lab(fleet.snapshot()).troubles(),
                                            e)))
                    .join();
        }
    }

    private static ServerSnapshot lab(FleetSnapshot snapshot) {
        return snapshot.server(Lab.NAME).orElseThrow();
    }

    private static boolean has(ServerSnapshot server, Class<? extends Trouble> kind) {
        return server.troubles().stream().anyMatch(kind::isInstance);
    }

    private static <T extends Trouble> T trouble(ServerSnapshot server, Class<T> kind) {
        return server.troubles().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        fleet.close();
        ssh.close();
    }
}
