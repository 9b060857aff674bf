package org.spoolscope.postfix.summary;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Puts the parts of logs together to a [Summary]. Belongs to one thread at a time.
public final class SummaryCounter {
    /// What is known of a message, in the low bits; above them its size.
    private static final long KNOWN = 1;

    private static final long RECEIVED = 2;
    private static final long SIZED = 4;
    private static final long DEFERRED = 8;
    private static final int SIZE_SHIFT = 4;

    private final MessageTable messages = new MessageTable();
    private final TopCounts senders = new TopCounts();
    private final TopCounts recipients = new TopCounts();
    private final PartCounter total = new PartCounter();
    private long first = PartNotes.NO_TIME;
    private long last = PartNotes.NO_TIME;
    private long deferred;
    private long bytesReceived;
    private long bytesDelivered;

    /// A counter that has counted nothing.
    public SummaryCounter() {}

    /// Follows messages through a part of the log; parts come in the log's order.
    ///
    /// @param notes of the part; cleared
    /// @param bytes that the part's lines were parsed from; they are not needed afterwards
    public void follow(PartNotes notes, byte[] bytes) {
        for (int at = 0; at < notes.length(); at += PartNotes.WIDTH) {
            note(notes, at, bytes);
        }
        first = first == PartNotes.NO_TIME ? notes.first() : first;
        last = notes.last() == PartNotes.NO_TIME ? last : notes.last();
        notes.clear();
    }

    private void note(PartNotes notes, int at, byte[] bytes) {
        long id = notes.id(at);
        switch (notes.kind(at)) {
            // An id that comes again is another message, whatever became of the one before.
            case RECEIVED -> messages.put(id, KNOWN | RECEIVED);
            case QUEUED -> {
                long state = messages.get(id);
                if ((state & SIZED) == 0) {
                    long size = notes.size(at);
                    messages.put(id, state & ~RECEIVED | KNOWN | SIZED | size << SIZE_SHIFT);
                    if ((state & RECEIVED) != 0) {
                        bytesReceived += size;
                        address(senders, notes, at, bytes);
                    }
                }
            }
            case SENT -> {
                bytesDelivered += messages.get(id) >>> SIZE_SHIFT;
                address(recipients, notes, at, bytes);
            }
            case DEFERRED -> {
                long state = messages.get(id);
                if ((state & DEFERRED) == 0) {
                    deferred++;
                    messages.put(id, state | KNOWN | DEFERRED);
                }
            }
            case REMOVED -> messages.remove(id);
        }
    }

    private static void address(TopCounts counts, PartNotes notes, int at, byte[] bytes) {
        counts.add(notes.address(at), bytes, notes.addressFrom(at), notes.addressTo(at));
    }

    /// Adds what a part has counted, in any order; the part is not used again.
    public void add(PartCounter part) {
        total.lines += part.lines;
        total.foreign += part.foreign;
        total.other += part.other;
        total.received += part.received;
        total.delivered += part.delivered;
        total.forwarded += part.forwarded;
        total.deferrals += part.deferrals;
        total.bounced += part.bounced;
        total.rejected += part.rejected;
        total.rejectWarnings += part.rejectWarnings;
        total.held += part.held;
        total.discarded += part.discarded;
        total.topDomains.addAll(part.topDomains);
        total.topDeferrals.addAll(part.topDeferrals);
        total.topBounces.addAll(part.topBounces);
        total.topRejects.addAll(part.topRejects);
    }

    /// What all parts come to.
    ///
    /// @param top how long the lists of the most frequent are at most
    public Summary summary(int top) {
        return new Summary(
                total.lines,
                total.foreign,
                total.other,
                total.received,
                total.delivered,
                total.forwarded,
                deferred,
                total.deferrals,
                total.bounced,
                total.rejected,
                total.rejectWarnings,
                total.held,
                total.discarded,
                bytesReceived,
                bytesDelivered,
                senders.distinct(),
                recipients.distinct(),
                senders.isEstimated() || recipients.isEstimated(),
                time(first),
                time(last),
                most(named(senders.most(top)), top),
                most(recipients.most(top), top),
                most(total.topDomains.most(top), top),
                most(Reasons.normalised(total.topDeferrals.all()), top),
                most(Reasons.normalised(total.topBounces.all()), top),
                most(Reasons.normalised(total.topRejects.all()), top));
    }

    private static @Nullable Instant time(long micros) {
        return micros == PartNotes.NO_TIME
                ? null
                : Instant.ofEpochSecond(
                        Math.floorDiv(micros, TimeUnit.SECONDS.toMicros(1)),
                        TimeUnit.MICROSECONDS.toNanos(
                                Math.floorMod(micros, TimeUnit.SECONDS.toMicros(1))));
    }

    private static Map<String, Long> named(Map<String, Long> senders) {
        Long bounces = senders.remove("");
        if (bounces != null) {
            senders.merge("<>", bounces, Long::sum);
        }
        return senders;
    }

    private static List<Summary.Count> most(Map<String, Long> counts, int top) {
        return counts.entrySet().stream()
                .map(entry -> new Summary.Count(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Summary.Count::count)
                                .reversed()
                                .thenComparing(Summary.Count::name))
                .limit(top)
                .toList();
    }
}
