package org.spoolscope.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Growth;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.postfix.ReasonWords;

/// What the figures mean: a full spool, a saturated disk, a queue that grows, one reason behind
/// most of what waits. Shares are smoothed, and raised and cleared at different levels, so that a
/// card does not flicker. Changed by the server's writer thread only; [#pressure] may be read by
/// others.
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
    private static final int ONE_REASON_LEAST = 20;
    private static final int LONGEST_WORDS = 120;

    private record Cause(String domain, String reason) {}

    private double iowait = Double.NaN;
    private volatile double pressure = Double.NaN;
    private double utilisation = Double.NaN;
    private boolean diskBound;
    private HostSample.@Nullable Space space;
    private Trouble.@Nullable OneReason oneReason;

    /// Normalised reasons of the latest listings: most stay from one to the next, and working them
    /// out is half of what a listing costs the writer.
    private Map<String, String> known = Map.of();

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

    /// Looks for the one reason behind most deferred messages. A message counts once per cause,
    /// with the first recipient that has one.
    void listed(Collection<QueueListing> listings, QueueCounts counts) {
        Map<String, String> normalised = new HashMap<>();
        Map<Cause, Integer> messagesByCause = new HashMap<>();
        Map<Cause, String> example = new HashMap<>();
        for (QueueListing listing : listings) {
            for (QueuedMessage message : listing.messages()) {
                Recipient waiting = firstWithReason(message);
                if (waiting == null || waiting.reason() == null) {
                    continue;
                }
                String raw = waiting.reason();
                Cause cause =
                        new Cause(
                                waiting.domain(),
                                normalised.computeIfAbsent(raw, this::normalised));
                messagesByCause.merge(cause, 1, Integer::sum);
                example.putIfAbsent(cause, raw);
            }
        }
        known = normalised;
        oneReason =
                messagesByCause.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .filter(most -> most.getValue() >= ONE_REASON_LEAST)
                        .filter(most -> most.getValue() * 2 >= counts.deferred())
                        .map(most ->
                                new Trouble.OneReason(
                                        words(example.getOrDefault(most.getKey(), "")),
                                        most.getKey().domain(),
                                        most.getValue(),
                                        counts.total()))
                        .orElse(null);
    }

    private String normalised(String reason) {
        String before = known.get(reason);
        return before == null ? ReasonText.of(reason).normalised() : before;
    }

    void clear() {
        iowait = Double.NaN;
        pressure = Double.NaN;
        utilisation = Double.NaN;
        diskBound = false;
        space = null;
    }

    List<Trouble> troubles(Growth growth, QueueCounts counts) {
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
        Double perHour = growth.perHour();
        if (perHour != null && perHour > Math.max(GROWING_LEAST, counts.total() * GROWING_SHARE)) {
            found.add(new Trouble.QueueGrowing(perHour, counts.total()));
        }
        if (oneReason != null) {
            found.add(oneReason);
        }
        return found;
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

    /// `Mailbox full (452 4.2.2)`.
    private static String words(String reason) {
        ReasonText text = ReasonText.of(reason);
        String words =
                DisplayText.of(ReasonWords.of(text.normalised())).clip(LONGEST_WORDS).toString();
        return text.code() == 0
                ? words
                : words + " (" + (text.code() + " " + text.dsn()).strip() + ")";
    }

    private static double orZero(double share) {
        return Double.isNaN(share) ? 0 : share;
    }

    private static @Nullable Recipient firstWithReason(QueuedMessage message) {
        if (message.queue() != QueueName.DEFERRED) {
            return null;
        }
        for (Recipient recipient : message.recipients()) {
            if (recipient.reason() != null) {
                return recipient;
            }
        }
        return null;
    }

    private static double smooth(double before, @Nullable Double now) {
        if (now == null) {
            return before;
        }
        return Double.isNaN(before) ? now : before + (now - before) * SMOOTHING;
    }
}
