package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Trouble.WorkStopped.Work;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.monitor.drain.DrainMeter;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.queue.QueueState;

/// The live model of one server: folds observations into the state that snapshots are taken of.
/// Touched by the server's writer thread only.
final class ServerModel {
    private final ServerConfig config;
    private final InstantSource clock;
    private final GrowthMeter growth = new GrowthMeter();
    private final DrainMeter drain =
            new DrainMeter(InstanceSettings.defaults(Instance.NO_NAME).queueRunDelay());
    private final Findings findings;
    private final Map<Instance, KnownQueue> queues = new LinkedHashMap<>();
    private final Map<Instance, Trouble> listingTroubles = new LinkedHashMap<>();
    private final Set<Work> stopped = EnumSet.noneOf(Work.class);

    private final double busyPressure;
    private long version;
    private Link link;
    private @Nullable ServerFacts facts;
    private @Nullable HostSample host;
    private @Nullable Duration roundTrip;
    private @Nullable Trouble samplerTrouble;
    private @Nullable Duration listingEvery;
    private QueueCounts counts = QueueCounts.NONE;

    /// Whether the latest round, on this link, listed any instance: figures from before are no
    /// figures of now, and the chart shows a gap.
    private boolean countsAreFresh;

    private History history;
    private LogSnapshot log = LogSnapshot.NONE;
    private ListWatch lists = ListWatch.NONE;
    private volatile List<Mute> mutes = List.of();

    ServerModel(
            ServerConfig config,
            InstantSource clock,
            MonitorSettings settings,
            Judgement judgement) {
        this.config = config;
        this.findings = new Findings(judgement);
        this.busyPressure = settings.busyPressure();
        this.clock = clock;
        this.link = new Link.Connecting(1, clock.instant());
        this.history = History.keeping(settings.historyRows());
    }

    /// From the next snapshot on these listings are muted, and no other. For any thread.
    void mute(List<Mute> listings) {
        mutes = List.copyOf(listings);
    }

    /// Smoothed I/O pressure, or NaN when the kernel tells none. May be read by any thread.
    double ioPressure() {
        return findings.pressure();
    }

    void fold(Observation observation) {
        switch (observation) {
            case Observation.LinkChanged(Link next) -> foldLink(next);
            case Observation.FactsFound(ServerFacts found) -> foldFacts(found);
            case Observation.Sampled(var sample, var roundTrip) -> foldSample(sample, roundTrip);
            case Observation.SamplerBroke(String message) ->
                    samplerTrouble = new Trouble.SamplerFailed(message);
            case Observation.WorkStopped(var work) -> stopped.add(work);
            case Observation.Listed(Instance instance, QueueListing listing) -> {
                queues.put(instance, KnownQueue.of(listing));
                listingTroubles.remove(instance);
            }
            case Observation.ListingServed(Instance instance) -> listingTroubles.remove(instance);
            case Observation.QueueTold(Instant asOf, var states) -> foldTold(asOf, states);
            case Observation.ListingFailed(Instance instance, Trouble trouble) ->
                    listingTroubles.put(instance, trouble);
            case Observation.RoundEnded(List<Instance> instances) -> foldRound(instances);
            case Observation.ListingPaced(Duration every) -> listingEvery = every;
            case Observation.ListsTold(ListWatch told) -> lists = told.refused(refusals());
            case Observation.LogRead(LogSnapshot read) -> foldLog(read);
        }
    }

    ServerSnapshot snapshot() {
        return new ServerSnapshot(
                config,
                ++version,
                clock.instant(),
                link,
                facts,
                instanceQueues(),
                host,
                history,
                growth(),
                troubles(),
                listingEvery,
                log,
                lists.muting(mutes));
    }

    private void foldLog(LogSnapshot read) {
        boolean sameCauses = read.causes().equals(log.causes());
        log = read;
        if (!sameCauses) {
            lists = lists.refused(refusals());
        }
    }

    private List<ListRefusals> refusals() {
        MailRates rates = log.rates();
        long all =
                rates == null
                        ? 0
                        : rates.hour().sent() + rates.hour().deferred() + rates.hour().bounced();
        return Refusals.of(log.causes(), all);
    }

    private void foldFacts(ServerFacts found) {
        facts = found;
        WatchedInstances.of(found, config).stream()
                .map(instance -> instance.settings().queueRunDelay())
                .max(Duration::compareTo)
                .ifPresent(drain::round);
    }

    private void foldLink(Link next) {
        if (link.isUp() && !next.isUp()) {
            // A row without values: the charts show the gap instead of a line across it.
            history = history.plus(clock.instant(), Map.of());
            growth.clear();
            findings.clear();
            roundTrip = null;
            samplerTrouble = null;
            listingTroubles.clear();
            stopped.clear();
            countsAreFresh = false;
        }
        link = next;
    }

    private void foldSample(HostSample sample, @Nullable Duration measured) {
        host = sample;
        samplerTrouble = null;
        if (measured != null) {
            roundTrip = measured;
        }
        switch (link) {
            case Link.Online(Instant since, _) -> link = new Link.Online(since, roundTrip);
            case Link.Silent(Instant since) -> link = new Link.Online(since, roundTrip);
            // A last sample may arrive after the link's end.
            case Link.Paused _, Link.Connecting _, Link.Down _ -> {}
        }
        findings.sampled(sample);
        history = history.plus(sample.at(), row(sample));
    }

    private void foldRound(List<Instance> instances) {
        queues.keySet().retainAll(instances);
        listingTroubles.keySet().retainAll(instances);
        count(
                !listingTroubles.keySet().containsAll(queues.keySet()),
                listingTroubles.isEmpty() && !queues.isEmpty());
    }

    private void foldTold(Instant asOf, List<QueueState> states) {
        if (facts == null) {
            return;
        }
        for (Instance instance : WatchedInstances.of(facts, config)) {
            states.stream()
                    .filter(state -> state.instance().equals(instance.name()))
                    .forEach(state -> queues.put(instance, state.known(asOf)));
        }
        count(true, true);
    }

    /// @param areFresh whether any queue is known as it is now
    /// @param areWhole whether all are
    private void count(boolean areFresh, boolean areWhole) {
        counts =
                queues.values().stream()
                        .map(KnownQueue::counts)
                        .reduce(QueueCounts.NONE, QueueCounts::plus);
        countsAreFresh = areFresh;
        if (areWhole) {
            growth.add(clock.instant(), counts.total());
            drain.add(clock.instant(), counts.total() - counts.hold() - counts.corrupt());
        }
        findings.counted(queues, counts, clock.instant());
    }

    private Map<Column, Double> row(HostSample sample) {
        Map<Column, Double> row = new EnumMap<>(Column.class);
        if (countsAreFresh) {
            row.put(Column.MAILDROP, (double) counts.maildrop());
            row.put(Column.INCOMING, (double) counts.incoming());
            row.put(Column.ACTIVE, (double) counts.active());
            row.put(Column.DEFERRED, (double) counts.deferred());
            row.put(Column.HOLD, (double) counts.hold());
        }
        put(row, Column.GROWTH_PER_HOUR, growth.perHour());
        HostSample.Cpu cpu = sample.cpu().orNull();
        put(row, Column.IOWAIT, cpu == null ? null : cpu.iowait());
        put(row, Column.IO_PRESSURE, sample.ioPressure().orNull());
        HostSample.Disk disk = sample.disk().orNull();
        if (disk != null) {
            row.put(Column.DISK_LATENCY_MILLIS, disk.latencyMillis());
            row.put(Column.DISK_UTILISATION, disk.utilisation());
        }
        HostSample.Load load = sample.load().orNull();
        put(row, Column.LOAD, load == null ? null : load.one());
        put(row, Column.ROUND_TRIP_MILLIS, roundTrip == null ? null : roundTrip.toNanos() / 1e6);
        LogColumns.put(log, row);
        return row;
    }

    private static void put(Map<Column, Double> row, Column column, @Nullable Double value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    /// What drains is judged by all counts, also those before the link was lost: but not while the
    /// newest of them is of then.
    private Growth growth() {
        return new Growth(growth.perHour(), countsAreFresh ? drain.drain() : new Drain.TooEarly());
    }

    private List<InstanceQueue> instanceQueues() {
        if (facts == null) {
            return List.of();
        }
        return WatchedInstances.of(facts, config).stream()
                .map(instance -> new InstanceQueue(instance, queues.get(instance)))
                .toList();
    }

    private List<Trouble> troubles() {
        if (!link.isUp()) {
            return List.of();
        }
        List<Trouble> all = new ArrayList<>(listingTroubles.values());
        if (facts != null && facts.instances().isEmpty()) {
            all.add(new Trouble.PostqueueMissing());
        }
        if (samplerTrouble != null) {
            all.add(samplerTrouble);
        }
        stopped.forEach(work -> all.add(new Trouble.WorkStopped(work)));
        if (findings.pressure() >= busyPressure
                && queues.values().stream().anyMatch(queue -> queue.log() == null)) {
            all.add(new Trouble.ListingWaits(findings.pressure()));
        }
        all.addAll(findings.troubles(growth(), counts, log.destinations()));
        all.sort((a, b) -> b.severity().compareTo(a.severity()));
        return all.stream().distinct().toList();
    }
}
