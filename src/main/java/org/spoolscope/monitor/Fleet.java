package org.spoolscope.monitor;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.blocklist.ServerLists;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// All watched servers. The faces read snapshots from it and give it commands.
///
/// Thread-safe. Every call returns at once unless it says that it blocks. Commands for a server
/// that is not (or no longer) watched do nothing.
public final class Fleet implements AutoCloseable {
    private final Ssh ssh;
    private final MonitorSettings settings;
    private final LogSettings logs;
    private volatile @Nullable ListSettings lists;
    private volatile List<Mute> mutes = List.of();
    private final int planned;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final PassphraseVault passphrases = new PassphraseVault();
    private final List<Consumer<FleetSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, MailServer> servers = new LinkedHashMap<>();
    private final Object publishing = new Object();
    private volatile FleetSnapshot snapshot = FleetSnapshot.EMPTY;

    /// A fleet that watches `servers` in real time, at the default pace.
    ///
    /// @param lists which blocklists are asked about them, or null for none
    public static Fleet watching(
            Ssh ssh, List<ServerConfig> servers, LogSettings logs, @Nullable ListSettings lists) {
        return new Fleet(
                ssh,
                servers,
                MonitorSettings.DEFAULT,
                logs,
                lists,
                InstantSource.system(),
                Sleeper.REAL,
                new Random());
    }

    /// Begins to watch `servers`, without asking blocklists about them.
    ///
    /// @param clock what snapshots, samples and retries are dated with
    /// @param random where the jitter of retries comes from
    public Fleet(
            Ssh ssh,
            List<ServerConfig> servers,
            MonitorSettings settings,
            LogSettings logs,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this(ssh, servers, settings, logs, null, clock, sleeper, random);
    }

    /// Begins to watch `servers`.
    ///
    /// @param lists which blocklists are asked about them, or null for none
    /// @param clock what snapshots, samples and retries are dated with
    /// @param random where the jitter of retries comes from
    public Fleet(
            Ssh ssh,
            List<ServerConfig> servers,
            MonitorSettings settings,
            LogSettings logs,
            @Nullable ListSettings lists,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this.ssh = ssh;
        this.settings = settings;
        this.logs = logs;
        this.lists = lists;
        this.planned = servers.size();
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        servers.forEach(this::add);
    }

    /// The newest snapshot of all servers.
    public FleetSnapshot snapshot() {
        return snapshot;
    }

    /// Calls `listener` with each new snapshot, one after the other, on a thread of the monitor; it
    /// must not block. Ends with the returned subscription's `close`.
    public Subscription subscribe(Consumer<FleetSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Begins to watch a server.
    ///
    /// @throws IllegalArgumentException when one of that name is watched already
    public void add(ServerConfig config) {
        MailServer server = newServer(config);
        synchronized (servers) {
            if (servers.containsKey(config.name())) {
                throw new IllegalArgumentException("already watched: " + config.name());
            }
            servers.put(config.name(), server);
        }
        server.start();
        publish();
    }

    /// Replaces the settings of the server called `name`, which keeps its place, and connects anew.
    public void replace(String name, ServerConfig config) {
        MailServer fresh = newServer(config);
        synchronized (servers) {
            if (!servers.containsKey(name)) {
                return;
            }
            Map<String, MailServer> inOrder = new LinkedHashMap<>();
            servers.forEach((key, server) -> {
                if (key.equals(name)) {
                    server.close();
                    inOrder.put(config.name(), fresh);
                } else {
                    inOrder.put(key, server);
                }
            });
            servers.clear();
            servers.putAll(inOrder);
        }
        fresh.start();
        publish();
    }

    /// Stops watching.
    public void remove(String name) {
        MailServer server;
        synchronized (servers) {
            server = servers.remove(name);
        }
        if (server != null) {
            server.close();
            publish();
        }
    }

    /// Asks other blocklists from now on, where any are asked at all.
    public void useLists(Catalogue catalogue) {
        ListSettings before = lists;
        if (before == null) {
            return;
        }
        ListSettings now = before.with(catalogue);
        lists = now;
        all().forEach(server -> server.useLists(now));
    }

    /// Listings that the person does not want to hear of, and no other: they are not counted.
    public void muteLists(List<Mute> listings) {
        mutes = List.copyOf(listings);
        all().forEach(server -> server.muteLists(mutes));
    }

    private List<MailServer> all() {
        synchronized (servers) {
            return List.copyOf(servers.values());
        }
    }

    /// Asks the blocklists about a server's addresses now.
    public void checkLists(String name) {
        withServer(name, MailServer::checkLists);
    }

    /// Asks the blocklists about any address, through a server's resolver. Blocks.
    public ServerLists.@Nullable Outcome checkAddress(String name, IpAddress address)
            throws SshException, InterruptedException {
        MailServer server = find(name);
        return server == null ? null : server.checkAddress(address);
    }

    /// Closes the link until [#reconnect].
    public void pause(String name) {
        withServer(name, MailServer::pause);
    }

    /// Connects now: a paused server, one that waits for `retryAt`, or one whose failure waited for
    /// the person.
    public void reconnect(String name) {
        withServer(name, MailServer::connectNow);
    }

    /// Lists the queue of a server as soon as the 5 % rule allows.
    public void listNow(String name) {
        withServer(name, MailServer::listNow);
    }

    /// The way to a watched server for what is done there; it ends when the server is not watched
    /// any more.
    public Optional<ServerLink> link(String name) {
        return Optional.ofNullable(find(name)).map(MailServer::openLink);
    }

    /// Looks for a message in a server's own logs, the old and packed ones included, at the lowest
    /// priority there. Blocks for as long as that takes; interruption ends it there, too.
    ///
    /// @param term a queue id, a Message-ID or an address, without a line break
    /// @param progress told of each file, on the caller's thread
    public TraceResult trace(String name, String term, RemoteTrace.Progress progress)
            throws InterruptedException {
        MailServer server = find(name);
        return server == null ? new TraceResult.NoLink() : server.trace(term, progress);
    }

    /// Reads a part of a message in a server's queue. Blocks for as long as that takes, half a
    /// minute at most; interruption ends it.
    public ReadResult read(String name, String instance, QueueId id, PostcatReply.Part part)
            throws InterruptedException {
        MailServer server = find(name);
        return server == null ? new ReadResult.NoLink() : server.read(instance, id, part);
    }

    /// Appends the key that was shown to known_hosts and connects. Blocks for a file write.
    public void acceptHostKey(String name, LinkFailure.HostKeyUnknown shown) throws IOException {
        ssh.trust(shown);
        reconnect(name);
    }

    /// Keeps a key's passphrase in memory for this run and connects the servers that wait for it.
    /// The array is wiped.
    public void passphrase(String keyFile, char[] passphrase) {
        passphrases.put(keyFile, passphrase);
        for (ServerSnapshot server : snapshot.servers()) {
            if (server.link()
                            instanceof Link.Down(LinkFailure.PassphraseNeeded(var file, _), _, _, _)
                    && file.equals(keyFile)) {
                reconnect(server.name());
            }
        }
    }

    /// Connects to a server that is not (or not yet) watched, and says what its account can do.
    /// Blocks for up to a minute; interruption cancels.
    public ConnectionTest test(ServerConfig server) throws InterruptedException {
        try (SshConnection connection = ssh.connect(server, passphrases)) {
            return ConnectionTest.of(connection, server, clock);
        } catch (SshException e) {
            return new ConnectionTest.Failed(e.failure());
        }
    }

    /// Ends all links and forgets all passphrases, and waits until what was read of the logs is
    /// kept: some seconds at most. The [Ssh] given is left open.
    @Override
    public void close() {
        List<MailServer> closing;
        synchronized (servers) {
            closing = List.copyOf(servers.values());
            servers.clear();
        }
        closing.forEach(MailServer::close);
        closing.forEach(MailServer::awaitLog);
        passphrases.close();
    }

    private MailServer newServer(ServerConfig config) {
        MailServer server =
                new MailServer(
                        config,
                        ssh,
                        passphrases,
                        settings,
                        logs,
                        lists,
                        logs.windowBytesOf(planned),
                        clock,
                        sleeper,
                        random,
                        _ -> publish());
        server.muteLists(mutes);
        return server;
    }

    private void withServer(String name, Consumer<MailServer> command) {
        MailServer server = find(name);
        if (server != null) {
            command.accept(server);
        }
    }

    private @Nullable MailServer find(String name) {
        synchronized (servers) {
            return servers.get(name);
        }
    }

    /// One at a time, so that listeners never see an older snapshot after a newer one.
    private void publish() {
        synchronized (publishing) {
            FleetSnapshot next;
            synchronized (servers) {
                next =
                        new FleetSnapshot(
                                servers.values().stream().map(MailServer::snapshot).toList());
            }
            snapshot = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    /// A running subscription.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
