package org.spoolscope.monitor.blocklist;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Checks one server's addresses, and the domains its own mail is from, on the blocklists again and
/// again, as long as the connection lasts: soon after it began, when it was long ago, then as often
/// as the settings of the time being say, more or less, and when somebody asks.
public final class ListLoop {
    private static final System.Logger LOG = System.getLogger(ListLoop.class.getName());
    private static final double JITTER = 0.1;

    private final SshConnection connection;
    private final ServerConfig config;
    private final List<Instance> instances;
    private final WatchedLists watched;
    private final ServerLists lists;
    private final Supplier<ListSettings> settings;
    private final Supplier<List<CauseFigures>> causes;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Semaphore asked = new Semaphore(0);

    /// @param instances those that are watched
    /// @param watched outlives the connection
    /// @param causes of the server's log at present, in which receivers quote our addresses
    public ListLoop(
            SshConnection connection,
            ServerConfig config,
            List<Instance> instances,
            WatchedLists watched,
            ServerLists lists,
            Supplier<ListSettings> settings,
            Supplier<List<CauseFigures>> causes,
            InstantSource clock,
            RandomGenerator random) {
        this.connection = connection;
        this.config = config;
        this.instances = instances;
        this.watched = watched;
        this.lists = lists;
        this.settings = settings;
        this.causes = causes;
        this.clock = clock;
        this.random = random;
    }

    /// Asks for a round as soon as the one under way has ended. For any thread.
    public void checkNow() {
        asked.release();
    }

    /// Checks until the thread is interrupted, which is done when the link is lost.
    public void run() throws InterruptedException {
        await(untilFirst());
        Duration again = Duration.ZERO;
        while (true) {
            if (round()) {
                again = Duration.ZERO;
                await(jittered(settings.get().every()));
            } else {
                ListSettings now = settings.get();
                again = again.isZero() ? now.again() : again.multipliedBy(2);
                again = again.compareTo(now.every()) > 0 ? now.every() : again;
                await(jittered(again));
            }
        }
    }

    /// Whether anything could be asked.
    private boolean round() throws InterruptedException {
        try {
            return check();
        } catch (SshException e) {
            // The link keeper finds out by itself, and ends this.
            watched.failed(Words.get("lookup.link-lost").toString());
            return false;
        }
    }

    private Duration untilFirst() {
        Instant last = watched.now().checkedAt();
        Duration first = settings.get().first();
        if (last == null) {
            return first;
        }
        Duration rest = Duration.between(clock.instant(), last.plus(settings.get().every()));
        return rest.compareTo(first) < 0 ? first : rest;
    }

    /// Many consoles, and many servers of one, should not ask a list in the same second.
    private Duration jittered(Duration pause) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    private void await(Duration pause) throws InterruptedException {
        if (asked.tryAcquire(Math.max(0, pause.toMillis()), TimeUnit.MILLISECONDS)) {
            asked.drainPermits();
        }
    }

    private boolean check() throws SshException, InterruptedException {
        watched.begin();
        Subjects asked =
                Subjects.of(
                        SendingAddresses.find(
                                connection, instances, config, QuotedAddresses.of(causes.get())));
        switch (lists.check(asked.all())) {
            case ServerLists.Outcome.NoWay(var why) -> {
                watched.failed(
                        Words.get("lists.no-way", String.join("; ", why.failed())).toString());
                return false;
            }
            case ServerLists.Outcome.Checked(var checks, String resolver) -> {
                ListWatch round =
                        new ListWatch(
                                asked.addresses(),
                                asked.note(),
                                resolver,
                                lists.lists(),
                                List.of(),
                                List.of(),
                                List.of(),
                                clock.instant(),
                                false,
                                "");
                keep(watched.fold(round, checks));
                return true;
            }
        }
    }

    private void keep(List<ListChange> changes) {
        var history = settings.get().history();
        if (history != null && !changes.isEmpty()) {
            try {
                history.add(config.name(), changes, clock.instant());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "what the blocklists say is not kept", e);
            }
        }
    }
}
