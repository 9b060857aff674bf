package org.spoolscope.postfix.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;

/// What became of the mail for a provider or a domain in the last hour.
final class Destination {
    static final int SENT = 0;
    static final int DEFERRED = 1;
    static final int BOUNCED = 2;
    private static final int CAUSES = 16;
    private static final int CAUSES_SHOWN = 5;

    final String name;
    final boolean provider;
    int domains;
    private final HourCounts counts = new HourCounts(3);
    private final Concurrency concurrency = new Concurrency();
    private final List<Named> causes = new ArrayList<>(2);

    private final HalfHourDelays delays = new HalfHourDelays();

    /// A cause, as this destination named it.
    private record Named(CauseTally cause, HourCounts counts) {
        long sum(long second) {
            return counts.sum(CauseTally.DEFERRED, second) + counts.sum(CauseTally.BOUNCED, second);
        }
    }

    Destination(String name, boolean provider) {
        this.name = name;
        this.provider = provider;
    }

    void add(int kind, long second) {
        counts.add(kind, second);
    }

    void delay(long micros, long second) {
        delays.add(micros, second);
    }

    void connection(long second, long fraction, long micros) {
        concurrency.add(second, fraction, micros);
    }

    void cause(CauseTally cause, int kind, long second) {
        for (int i = 0; i < causes.size(); i++) {
            if (causes.get(i).cause == cause) {
                causes.get(i).counts.add(kind, second);
                return;
            }
        }
        Named named = new Named(cause, new HourCounts(2));
        named.counts.add(kind, second);
        if (causes.size() < CAUSES) {
            causes.add(named);
        } else {
            causes.set(rarest(second), named);
        }
    }

    /// Takes over what another counted.
    void add(Destination other, long second) {
        counts.add(other.counts, second);
    }

    long attempts(long second) {
        return counts.sum(SENT, second)
                + counts.sum(DEFERRED, second)
                + counts.sum(BOUNCED, second);
    }

    DestinationFigures figures(LogTime time) {
        long now = time.newest();
        return new DestinationFigures(
                name,
                provider,
                domains,
                counts.sum(SENT, now),
                counts.sum(DEFERRED, now),
                counts.sum(BOUNCED, now),
                delays.percentiles(now),
                concurrency.most(now),
                causes(time));
    }

    private List<CauseFigures> causes(LogTime time) {
        long now = time.newest();
        return causes.stream()
                .filter(named -> named.sum(now) > 0)
                .sorted(Comparator.comparingLong((Named named) -> named.sum(now)).reversed())
                .limit(CAUSES_SHOWN)
                .map(named ->
                        named.cause.figures(
                                named.counts.sum(CauseTally.DEFERRED, now),
                                named.counts.sum(CauseTally.BOUNCED, now),
                                named.counts.latest(now),
                                time))
                .toList();
    }

    private int rarest(long second) {
        int rarest = 0;
        for (int i = 1; i < causes.size(); i++) {
            if (causes.get(i).sum(second) < causes.get(rarest).sum(second)) {
                rarest = i;
            }
        }
        return rarest;
    }
}
