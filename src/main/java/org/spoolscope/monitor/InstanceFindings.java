package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Trouble;
import org.spoolscope.monitor.drain.DrainMeter;

/// What is the matter with the queues of one Postfix instance, by the rules of Postfix's
/// QSHAPE_README: an active queue that is full, mail that comes in faster than it is taken up, mail
/// that is forgotten on hold. Used by the server's writer thread only.
final class InstanceFindings {
    private static final double FULL_RAISES = 0.9;
    private static final double FULL_CLEARS = 0.8;
    private static final int FULL_LEAST = 20;
    private static final int INCOMING_RAISES = 200;
    private static final int INCOMING_CLEARS = 100;
    private static final int HELD_RAISES = 10;
    private static final int HELD_CLEARS = 5;

    /// Where mail expires at once, a day on hold is not long yet.
    private static final Duration LEAST_HOLD = Duration.ofDays(1);

    private final Hysteresis full = new Hysteresis(FULL_RAISES, FULL_CLEARS);
    private final Hysteresis forgotten = new Hysteresis(HELD_RAISES, HELD_CLEARS);
    private final GrowthMeter incoming = new GrowthMeter();
    private final DrainMeter incomingCourse;
    private @Nullable Instant latest;
    private Trouble.@Nullable ActiveFull activeFull;
    private Trouble.@Nullable HeldLong heldLong;
    private Trouble.@Nullable IncomingGrowing incomingGrowing;

    InstanceFindings(InstanceSettings settings) {
        incomingCourse = new DrainMeter(settings.queueRunDelay());
    }

    /// Does nothing for a state that it knows already.
    void counted(Instance instance, KnownQueue queue) {
        Instant now = queue.asOf();
        if (now.equals(latest)) {
            return;
        }
        latest = now;
        QueueCounts counts = queue.counts();
        int limit = instance.settings().activeLimit();
        boolean isFull = full.at((double) counts.active() / limit) && counts.active() >= FULL_LEAST;
        activeFull = isFull ? activeFull(instance, queue, counts.active()) : null;
        heldLong = heldLong(instance, queue, now);
        incomingGrowing = incomingGrowing(instance, queue, counts, now);
    }

    /// Of the latest state.
    List<Trouble> troubles() {
        List<Trouble> found = new ArrayList<>();
        for (Trouble trouble : new @Nullable Trouble[] {activeFull, incomingGrowing, heldLong}) {
            if (trouble != null) {
                found.add(trouble);
            }
        }
        return found;
    }

    private static Trouble.ActiveFull activeFull(Instance instance, KnownQueue queue, int active) {
        Map<String, Integer> byDomain = new HashMap<>();
        for (QueuedMessage message : queue.messages()) {
            if (message.queue() == QueueName.ACTIVE && !message.recipients().isEmpty()) {
                byDomain.merge(message.recipients().getFirst().domain(), 1, Integer::sum);
            }
        }
        Map.Entry<String, Integer> most =
                byDomain.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        return new Trouble.ActiveFull(
                instance.name(),
                active,
                instance.settings().activeLimit(),
                most == null ? "" : most.getKey(),
                most == null ? 0 : most.getValue());
    }

    private Trouble.@Nullable HeldLong heldLong(Instance instance, KnownQueue queue, Instant now) {
        Duration lifetime = instance.settings().maximalLifetime();
        Duration longest = lifetime.compareTo(LEAST_HOLD) < 0 ? LEAST_HOLD : lifetime;
        Instant before = now.minus(longest);
        int held =
                queue.counts().hold() == 0
                        ? 0
                        : (int)
                                queue.messages().stream()
                                        .filter(message -> message.queue() == QueueName.HOLD)
                                        .filter(message -> message.arrival().isBefore(before))
                                        .count();
        return forgotten.at(held) ? new Trouble.HeldLong(instance.name(), held, longest) : null;
    }

    private Trouble.@Nullable IncomingGrowing incomingGrowing(
            Instance instance, KnownQueue queue, QueueCounts counts, Instant now) {
        if (!queue.queuesToldApart()) {
            return null;
        }
        incoming.add(now, counts.incoming());
        incomingCourse.add(now, counts.incoming());
        Double perHour = incoming.perHour();
        boolean hasRoom = counts.active() < instance.settings().activeLimit() * FULL_CLEARS;
        boolean grows =
                incomingGrowing == null
                        ? counts.incoming() >= INCOMING_RAISES
                                && incomingCourse.drain() instanceof Drain.Growing
                        : counts.incoming() >= INCOMING_CLEARS;
        return grows && hasRoom && perHour != null && perHour > 0
                ? new Trouble.IncomingGrowing(
                        instance.name(), counts.incoming(), perHour, counts.active(), false)
                : null;
    }
}
