package org.spoolscope.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.Growth;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.Judgement;

/// What the figures mean: a full spool, a saturated disk, a queue that grows, and what
/// [InstanceFindings] and [DeferredFindings] say of the queues; nothing is said twice. Shares are
/// smoothed, and raised and cleared at different levels, so that a card does not flicker. Changed
/// by the server's writer thread only; [#pressure] may be read by others.
final class Findings {
    /// Weight of a new sample (2 s) in the smoothed shares: about a quarter of a minute counts.
    private static final double SMOOTHING = 0.15;

    private static final double IOWAIT_RAISES = 0.25;
    private static final double IOWAIT_CLEARS = 0.15;
    private static final double PRESSURE_RAISES = 0.40;
    private static final double PRESSURE_CLEARS = 0.25;
    private static final double IDLE_RAISES = 0.5;
    private static final double IDLE_CLEARS = 0.3;
    private static final double FREE_SHARE = 0.02;
    private static final double GROWING_SHARE = 0.25;
    private static final int GROWING_LEAST = 200;

    private double iowait = Double.NaN;
    private volatile double pressure = Double.NaN;
    private double utilisation = Double.NaN;
    private boolean diskBound;
    private HostSample.@Nullable Space space;
    private final Map<Instance, InstanceFindings> instances = new LinkedHashMap<>();
    private final DeferredFindings deferred;
    private int concurrency;

    Findings(Judgement judgement) {
        deferred = new DeferredFindings(judgement);
    }

    void sampled(HostSample sample) {
        HostSample.Cpu cpu = sample.cpu().orNull();
        iowait = smooth(iowait, cpu == null ? null : cpu.iowait());
        pressure = smooth(pressure, sample.ioPressure().orNull());
        HostSample.Disk disk = sample.disk().orNull();
        utilisation = smooth(utilisation, disk == null ? null : disk.utilisation());
        diskBound =
                diskBound
                        ? iowait > IOWAIT_CLEARS || isPressed(PRESSURE_CLEARS, IDLE_CLEARS)
                        : iowait > IOWAIT_RAISES || isPressed(PRESSURE_RAISES, IDLE_RAISES);
        space = sample.spool().orNull();
    }

    /// Of all instances it is known what is queued.
    void counted(Map<Instance, KnownQueue> queues, QueueCounts counts, Instant now) {
        instances.keySet().retainAll(queues.keySet());
        concurrency = 0;
        queues.forEach((instance, queue) -> {
            instances
                    .computeIfAbsent(instance, _ -> new InstanceFindings(instance.settings()))
                    .counted(instance, queue);
            concurrency = Math.max(concurrency, instance.settings().destinationConcurrency());
        });
        deferred.counted(queues.values(), counts, now);
    }

    void clear() {
        iowait = Double.NaN;
        pressure = Double.NaN;
        utilisation = Double.NaN;
        diskBound = false;
        space = null;
        instances.clear();
    }

    /// @param destinations by the log
    List<Trouble> troubles(
            Growth growth, QueueCounts counts, List<DestinationFigures> destinations) {
        List<Trouble> found = new ArrayList<>();
        if (space != null && space.total() > 0 && space.free() < space.total() * FREE_SHARE) {
            found.add(new Trouble.SpoolFull(space.free(), space.inodesFree(), false));
        }
        if (space != null
                && space.inodes() > 0
                && space.inodesFree() < space.inodes() * FREE_SHARE) {
            found.add(new Trouble.SpoolFull(space.free(), space.inodesFree(), true));
        }
        if (diskBound) {
            found.add(
                    new Trouble.DiskBound(
                            orZero(iowait),
                            Double.isNaN(pressure) ? null : Double.valueOf(pressure)));
        }
        List<Trouble> ofInstances =
                instances.values().stream()
                        .flatMap(instance -> instance.troubles().stream())
                        .map(this::withDisk)
                        .toList();
        found.addAll(ofInstances);
        Double perHour = growth.perHour();
        if (perHour != null
                && perHour > Math.max(GROWING_LEAST, counts.total() * GROWING_SHARE)
                && incomingPerHour(ofInstances) < perHour / 2) {
            found.add(new Trouble.QueueGrowing(perHour, counts.total()));
        }
        found.addAll(deferred.troubles(growth, destinations, concurrency));
        return found;
    }

    private Trouble withDisk(Trouble trouble) {
        return trouble instanceof Trouble.IncomingGrowing growing
                ? growing.withDiskBound(diskBound)
                : trouble;
    }

    /// What grows because it is not taken up is said by that alone.
    private static double incomingPerHour(List<Trouble> found) {
        return found.stream()
                .filter(Trouble.IncomingGrowing.class::isInstance)
                .mapToDouble(trouble -> ((Trouble.IncomingGrowing) trouble).perHour())
                .sum();
    }

    /// Smoothed I/O pressure, or NaN when the kernel tells none.
    double pressure() {
        return pressure;
    }

    /// I/O pressure counts tasks that wait, be it one among hundreds: a disk that is mostly idle is
    /// no bottleneck, whatever they wait for.
    private boolean isPressed(double level, double idle) {
        return pressure > level && (Double.isNaN(utilisation) || utilisation > idle);
    }

    private static double orZero(double share) {
        return Double.isNaN(share) ? 0 : share;
    }

    private static double smooth(double before, @Nullable Double now) {
        if (now == null) {
            return before;
        }
        return Double.isNaN(before) ? now : before + (now - before) * SMOOTHING;
    }
}
