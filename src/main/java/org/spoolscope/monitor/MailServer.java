package org.spoolscope.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.blocklist.Subject;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble.WorkStopped.Work;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.monitor.blocklist.ListLoop;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.blocklist.ServerLists;
import org.spoolscope.monitor.blocklist.WatchedLists;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// One watched server: its link, its collectors and its writer, each on a virtual thread of its
/// own. Closing it ends them all.
final class MailServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MailServer.class.getName());

    /// To count what was read when the program ends.
    private static final Duration LAST_COUNTS = Duration.ofSeconds(2);

    private final ServerConfig config;
    private final MonitorSettings settings;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final NextLook nextLook = new NextLook();
    private final Consumer<ServerSnapshot> publish;
    private final Inbox inbox = new Inbox();
    private final QueueFeed feed;
    private final LogSettings logs;
    private volatile @Nullable ListSettings lists;
    private final @Nullable WatchedLists watchedLists;
    private final RandomGenerator random;
    private final LogCollector collector;
    private final ReentrantLock logTurn = new ReentrantLock();
    private final ServerModel model;
    private final AtomicReference<ServerSnapshot> latest;
    private final LinkKeeper link;
    private volatile @Nullable ListingLoop listings;
    private volatile @Nullable ListLoop listLoop;
    private volatile @Nullable ServerLists serverLists;
    private final OpenLink openLink;
    private final List<Thread> threads = new ArrayList<>();

    /// @param publish called by the writer thread with each new snapshot; must not block
    MailServer(
            ServerConfig config,
            Ssh ssh,
            PassphraseVault passphrases,
            MonitorSettings settings,
            LogSettings logs,
            @Nullable ListSettings lists,
            long windowBytes,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator random,
            Consumer<ServerSnapshot> publish) {
        this.config = config;
        this.settings = settings;
        this.logs = logs;
        this.lists = lists;
        this.random = random;
        this.watchedLists =
                lists == null
                        ? null
                        : new WatchedLists(
                                config.name(),
                                lists,
                                now -> inbox.post(new Observation.ListsTold(now)));
        this.clock = clock;
        this.sleeper = sleeper;
        this.publish = publish;
        this.model = new ServerModel(config, clock, settings, logs.judgement());
        this.feed =
                new QueueFeed(
                        config, inbox, nextLook, settings.queueEvery(), clock, System::nanoTime);
        this.openLink = new OpenLink(config, feed);
        this.collector =
                new LogCollector(
                        config.name(), inbox, feed, logs, windowBytes, clock, System::nanoTime);
        this.latest = new AtomicReference<>(model.snapshot());
        this.link =
                new LinkKeeper(
                        config,
                        ssh,
                        passphrases,
                        inbox,
                        clock,
                        new Backoff(random),
                        settings.silentAfter(),
                        this::startSession);
    }

    void start() {
        threads.add(startThread("writer", this::write));
        threads.add(startThread("link", link::run));
    }

    ServerSnapshot snapshot() {
        return latest.get();
    }

    void connectNow() {
        link.wish(LinkKeeper.Wish.CONNECT);
    }

    void pause() {
        link.wish(LinkKeeper.Wish.PAUSE);
    }

    /// The way to it for what is done there.
    ServerLink openLink() {
        return openLink;
    }

    void listNow() {
        ListingLoop loop = listings;
        if (loop != null) {
            loop.listNow();
        }
    }

    void checkLists() {
        ListLoop loop = listLoop;
        if (loop != null) {
            loop.checkNow();
        }
    }

    void muteLists(List<Mute> listings) {
        model.mute(listings);
    }

    /// Other lists are asked from now on, and at once.
    void useLists(ListSettings other) {
        lists = other;
        ServerLists open = serverLists;
        if (open != null) {
            open.use(other);
        }
        checkLists();
    }

    /// Null where no resolver can be asked because there is no link, or lists are not asked at all.
    ServerLists.@Nullable Outcome checkAddress(IpAddress address)
            throws SshException, InterruptedException {
        ServerLists open = serverLists;
        return open == null ? null : open.check(List.of(new Subject.Address(address)));
    }

    /// Looks for a message in the server's own logs, over the open connection. Blocks; interruption
    /// ends it.
    TraceResult trace(String term, RemoteTrace.Progress progress) throws InterruptedException {
        Ground ground = openLink.now();
        if (ground == null) {
            return new TraceResult.NoLink();
        }
        List<LogSource> sources = latest.get().log().sources();
        List<String> files =
                sources.stream()
                        .filter(LogSource.File.class::isInstance)
                        .map(source -> ((LogSource.File) source).path())
                        .limit(LogFollower.MOST_FILES)
                        .toList();
        if (files.isEmpty()) {
            return new TraceResult.NoFile(sources);
        }
        try {
            return new TraceResult.Searched(
                    new RemoteTrace(
                                    ground.connection(),
                                    files,
                                    ground.facts().zone(),
                                    clock,
                                    ground.facts().instances().size() > 1)
                            .find(List.of(term), progress));
        } catch (SshException e) {
            return new TraceResult.Failed(e.failure());
        }
    }

    /// Reads a part of a message in the queue, over the open connection. Blocks.
    ReadResult read(String instance, QueueId id, PostcatReply.Part part)
            throws InterruptedException {
        Ground ground = openLink.now();
        if (ground == null) {
            return new ReadResult.NoLink();
        }
        try {
            return new ReadResult.Answered(MessageReader.read(ground, config, instance, id, part));
        } catch (SshException e) {
            return new ReadResult.Lost(e.failure());
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    /// After [#close]: waits until what was read of the log is kept, for a moment at most.
    void awaitLog() {
        try {
            if (logTurn.tryLock(LAST_COUNTS.toMillis(), TimeUnit.MILLISECONDS)) {
                logTurn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() throws InterruptedException {
        while (true) {
            inbox.take().forEach(model::fold);
            ServerSnapshot next = model.snapshot();
            latest.set(next);
            publish.accept(next);
        }
    }

    private AutoCloseable startSession(SshConnection connection, Heartbeat heartbeat)
            throws SshException, InterruptedException {
        ServerFacts facts = ServerProbe.of(connection, clock);
        openLink.set(new Ground(connection, facts));
        inbox.post(new Observation.FactsFound(facts));
        HostSampler sampler =
                new HostSampler(
                        connection, facts.spool(), inbox, settings, clock, sleeper, heartbeat);
        ListingLoop listings =
                new ListingLoop(
                        connection,
                        config,
                        facts,
                        inbox,
                        feed,
                        settings,
                        clock,
                        sleeper,
                        model::ioPressure);
        this.listings = listings;
        LogLoop log =
                new LogLoop(
                        connection,
                        config,
                        facts,
                        collector,
                        logs,
                        clock,
                        sleeper,
                        nextLook,
                        model::ioPressure);
        Thread sampling = startThread("sampler", () -> work(Work.HOST, sampler::run));
        Thread listing = startThread("listings", () -> work(Work.QUEUE, listings::run));
        Thread logging = startThread("log", () -> work(Work.LOG, () -> inTurn(log)));
        AutoCloseable lists = startLists(connection, facts);
        return () -> {
            lists.close();
            openLink.set(null);
            sampling.interrupt();
            listing.interrupt();
            logging.interrupt();
        };
    }

    private AutoCloseable startLists(SshConnection connection, ServerFacts facts) {
        ListSettings settings = lists;
        if (settings == null || watchedLists == null) {
            return () -> {};
        }
        ServerLists asking = new ServerLists(connection, config.name(), settings, clock);
        ListLoop loop =
                new ListLoop(
                        connection,
                        config,
                        WatchedInstances.of(facts, config),
                        watchedLists,
                        asking,
                        () -> Objects.requireNonNullElse(lists, settings),
                        () -> latest.get().log().causes(),
                        clock,
                        random);
        serverLists = asking;
        listLoop = loop;
        Thread checking = startThread("lists", () -> work(Work.LISTS, loop::run));
        return () -> {
            checking.interrupt();
            asking.close();
        };
    }

    /// An error of our own must not leave figures that look alive.
    private void work(Work work, InterruptibleWork body) throws InterruptedException {
        try {
            body.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, Thread.currentThread().getName(), e);
            inbox.post(new Observation.WorkStopped(work));
        }
    }

    /// The collector outlives connections: the last one's follower has to be done with it.
    private void inTurn(LogLoop log) throws InterruptedException {
        logTurn.lockInterruptibly();
        try {
            if (collector.hasFailed()) {
                inbox.post(new Observation.WorkStopped(Work.LOG));
            } else {
                log.run();
            }
        } catch (RuntimeException | Error e) {
            collector.fail();
            throw e;
        } finally {
            collector.end();
            logTurn.unlock();
        }
    }

    private Thread startThread(String work, InterruptibleWork body) {
        return Thread.ofVirtual()
                .name(config.name() + " " + work)
                .start(() -> {
                    try {
                        body.run();
                    } catch (InterruptedException e) {
                        // Interruption is how these threads are told to stop.
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @FunctionalInterface
    private interface InterruptibleWork {
        void run() throws InterruptedException;
    }
}
