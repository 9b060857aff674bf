package org.spoolscope.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Lists the queues of one server's instances: once, and again where its log does not tell what
/// becomes of them, as gently as [ListingPacer] says. A listing that fails is tried again more
/// seldom, and Postfix is looked for again when it was missing: what was mended on the server shows
/// by itself.
final class ListingLoop {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// For so long after a lost link the log may take to be read to its end, before it is listed.
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(20);

    private final SshConnection connection;
    private final ServerConfig config;
    private final Inbox inbox;
    private final QueueFeed feed;
    private final ListingPacer pacer;
    private final Duration againAfterFailure;
    private final QueueLister lister;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final DoubleSupplier ioPressure;
    private ServerFacts facts;
    private volatile boolean wanted;

    ListingLoop(
            SshConnection connection,
            ServerConfig config,
            ServerFacts facts,
            Inbox inbox,
            QueueFeed feed,
            MonitorSettings settings,
            InstantSource clock,
            Sleeper sleeper,
            DoubleSupplier ioPressure) {
        this.connection = connection;
        this.config = config;
        this.facts = facts;
        this.inbox = inbox;
        this.feed = feed;
        this.pacer = new ListingPacer(settings);
        this.againAfterFailure = settings.againAfterFailure();
        this.lister = new QueueLister(clock, QueueLister.LARGE);
        this.clock = clock;
        this.sleeper = sleeper;
        this.ioPressure = ioPressure;
    }

    /// Asks for a listing as soon as the share rule allows. May be called from any thread.
    void listNow() {
        wanted = true;
    }

    /// Lists until the thread is interrupted, which the link keeper does when the link is lost.
    void run() throws InterruptedException {
        if (feed.isComplete()) {
            awaitLog();
        }
        while (true) {
            try {
                round();
            } catch (SshException e) {
                // A lost link interrupts this thread; anything else is worth another try.
                sleeper.sleep(againAfterFailure);
            }
        }
    }

    /// What was missed while there was no link is in the log.
    private void awaitLog() throws InterruptedException {
        Duration waited = Duration.ZERO;
        while (!wanted && feed.isComplete() && waited.compareTo(LOG_PATIENCE) < 0) {
            if (feed.need() != QueueFeed.Need.LISTINGS) {
                await(Duration.ZERO, false);
                return;
            }
            sleeper.sleep(LOOK);
            waited = waited.plus(LOOK);
        }
    }

    private void round() throws SshException, InterruptedException {
        long began = System.nanoTime();
        List<Instance> instances = WatchedInstances.of(facts, config);
        boolean failed = instances.isEmpty();
        for (Instance instance : instances) {
            failed |= !list(instance);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        inbox.post(new Observation.RoundEnded(instances));
        await(took, failed);
        if (failed) {
            facts = ServerProbe.of(connection, clock);
            inbox.post(new Observation.FactsFound(facts));
        }
    }

    /// Whether it worked.
    private boolean list(Instance instance) throws SshException, InterruptedException {
        feed.listingBegan(instance);
        try {
            return tryToList(instance);
        } finally {
            // Of no effect where it has come to something.
            feed.listingFailed(instance);
        }
    }

    private boolean tryToList(Instance instance) throws SshException, InterruptedException {
        long began = System.nanoTime();
        QueueTable.Editor messages = new QueueTable.Editor(instance.name());
        switch (lister.list(connection, facts, instance, messages::put)) {
            case QueueLister.Outcome.Whole whole -> {
                // Timed in real time: the clock may be a simulated one.
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                tell(
                        instance,
                        new QueueListing(
                                whole.taken(),
                                took,
                                messages.table(),
                                whole.queuesToldApart(),
                                whole.notUnderstood()));
                return true;
            }
            case QueueLister.Outcome.Failed(Trouble trouble) -> {
                inbox.post(new Observation.ListingFailed(instance, trouble));
                return false;
            }
        }
    }

    private void tell(Instance instance, QueueListing listing) throws InterruptedException {
        feed.listed(instance, listing);
        inbox.post(
                feed.isTelling()
                        ? new Observation.ListingServed(instance)
                        : new Observation.Listed(instance, listing));
    }

    /// Waits until the next round, and says how long that is: the server may become busy meanwhile.
    private void await(Duration took, boolean failed) throws InterruptedException {
        long from = System.nanoTime();
        Duration said = Duration.ZERO;
        while (true) {
            Duration usual =
                    failed
                            ? againAfterFailure
                            : pacer.pause(took, ioPressure.getAsDouble(), feed.need());
            if (!usual.equals(said)) {
                said = usual;
                inbox.post(new Observation.ListingPaced(took.plus(usual)));
            }
            Duration pause = wanted ? pacer.shortestPause(took) : usual;
            Duration left = pause.minusNanos(System.nanoTime() - from);
            if (!left.isPositive()) {
                wanted = false;
                return;
            }
            sleeper.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }
}
