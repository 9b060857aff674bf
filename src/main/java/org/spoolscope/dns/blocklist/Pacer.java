package org.spoolscope.dns.blocklist;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;

/// Holds questions back until they may be sent: never more in flight, or to one zone within a
/// second, than the limits say. A zone gets a few questions at first, one more at once with each
/// answer, and one less with each silence, so that one that is silent holds up nobody else. Zones
/// take turns. Threading: for any thread.
final class Pacer {
    /// Enough for the control probes and a few questions.
    private static final int FIRST = 8;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final DnsClient client;
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final LongFunction<Executor> later;
    private final Map<String, Zone> zones = new HashMap<>();
    private final Queue<Zone> turns = new ArrayDeque<>();
    private final AtomicInteger work = new AtomicInteger();
    private int inFlight;

    /// @param later an executor that runs what it is given after so many nanoseconds
    Pacer(DnsClient client, Limits limits, LongSupplier nanoTime, LongFunction<Executor> later) {
        this.client = client;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.later = later;
    }

    private record Waiting(Zone zone, DnsQuestion question, CompletableFuture<DnsReply> reply) {}

    private final class Zone {
        final Queue<Waiting> waiting = new ArrayDeque<>();
        final Queue<Long> sent = new ArrayDeque<>();
        int inFlight;
        int most = Math.min(FIRST, limits.inFlightPerZone());
        boolean takesTurns;
        boolean isTimed;

        /// Nanoseconds until another question may be sent.
        long pause(long now) {
            while (!sent.isEmpty() && now - sent.element() >= SECOND) {
                sent.remove();
            }
            return sent.size() < limits.perSecond() ? 0 : SECOND - (now - sent.element());
        }
    }

    CompletableFuture<DnsReply> ask(String zone, DnsQuestion question) {
        CompletableFuture<DnsReply> reply = new CompletableFuture<>();
        synchronized (this) {
            Zone asked = zones.computeIfAbsent(zone, _ -> new Zone());
            asked.waiting.add(new Waiting(asked, question, reply));
            takeTurns(asked);
        }
        send();
        return reply;
    }

    /// Answers all that waits for a zone as silence: it was found out to be silent.
    void giveUp(String zone) {
        List<Waiting> left;
        synchronized (this) {
            Zone silent = zones.get(zone);
            if (silent == null) {
                return;
            }
            left = List.copyOf(silent.waiting);
            silent.waiting.clear();
        }
        left.forEach(waiting -> waiting.reply().complete(new DnsReply.Silent(Duration.ZERO)));
    }

    /// Sends what may be sent. One thread at a time; another that comes leaves its work to it, so
    /// that answers that come at once do not pile up calls.
    private void send() {
        if (work.getAndIncrement() > 0) {
            return;
        }
        int done = 1;
        while (done > 0) {
            for (Waiting next = next(); next != null; next = next()) {
                send(next);
            }
            done = work.addAndGet(-done);
        }
    }

    private void send(Waiting next) {
        var _ =
                client.ask(next.question())
                        .whenComplete((reply, failure) -> {
                            DnsReply told =
                                    failure == null ? reply : new DnsReply.Unreachable("cancelled");
                            answered(next.zone(), told);
                            next.reply().complete(told);
                            send();
                        });
    }

    private synchronized @Nullable Waiting next() {
        while (inFlight < limits.inFlight() && !turns.isEmpty()) {
            Zone zone = turns.remove();
            zone.takesTurns = false;
            if (zone.waiting.isEmpty() || zone.inFlight >= zone.most) {
                continue;
            }
            long now = nanoTime.getAsLong();
            long pause = zone.pause(now);
            if (pause > 0) {
                wake(zone, pause);
                continue;
            }
            zone.sent.add(now);
            zone.inFlight++;
            inFlight++;
            Waiting next = zone.waiting.remove();
            takeTurns(zone);
            return next;
        }
        return null;
    }

    private void wake(Zone zone, long pause) {
        if (!zone.isTimed) {
            zone.isTimed = true;
            later.apply(pause)
                    .execute(() -> {
                        synchronized (this) {
                            zone.isTimed = false;
                            takeTurns(zone);
                        }
                        send();
                    });
        }
    }

    private synchronized void answered(Zone zone, DnsReply reply) {
        inFlight--;
        zone.inFlight--;
        zone.most =
                reply instanceof DnsReply.Silent
                        ? Math.max(zone.most - 1, 1)
                        : Math.min(zone.most + 1, limits.inFlightPerZone());
        takeTurns(zone);
    }

    private void takeTurns(Zone zone) {
        if (!zone.takesTurns && !zone.waiting.isEmpty()) {
            zone.takesTurns = true;
            turns.add(zone);
        }
    }
}
