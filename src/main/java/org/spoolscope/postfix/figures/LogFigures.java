package org.spoolscope.postfix.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.model.RateRow;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.provider.Providers;

/// What one server's log adds up to.
///
/// - *Arrived* is a message at the queue manager's first line for it, if cleanup's line was read
///   before: not its retries, nor what was queued before we began to read, nor what was here
///   already and comes back, requeued or from a content filter that says so (XFORWARD).
/// - *Sent* is a recipient delivered: not the hand-over to a content filter on the same machine,
///   nor a recipient that is forwarded, since both are delivered later, by another message.
/// - *Deferred* is an attempt put off, `SOFTBOUNCE` included.
/// - *Bounced* is a recipient given back; an expired message counts once, as Postfix does not name
///   its recipients then.
/// - *Rejected* is what smtpd, cleanup or postscreen turned away; not what only would have been.
///
/// All that is handed out is of the log's own time. Belongs to one thread.
public final class LogFigures {
    private static final int MINUTE = 60;

    /// Seconds: so much more than five minutes their delays may be of, where whole minutes would be
    /// much of them.
    private static final int RECENT_SLOT = 5;

    private final LogTime time = new LogTime();
    private final RateRing rates = new RateRing();
    private final DelayRing delays = new DelayRing(RateRing.HOUR, MINUTE);
    private final DelayRing recentDelays = new DelayRing(5 * MINUTE, RECENT_SLOT);
    private final SeenIds ids = new SeenIds();
    private final CauseTable causes;
    private final Destinations destinations;
    private final MinuteCounts minutes = new MinuteCounts();

    public LogFigures(CauseRules rules, Providers providers) {
        causes = new CauseTable(rules);
        destinations = new Destinations(providers);
    }

    /// The lines that follow are of this log: what each of them holds from before is read one after
    /// the other.
    public void source(String name) {
        time.source(name);
    }

    /// Takes one line into account.
    public void fold(LogLine line) {
        long second = time.fold(line.micros());
        if (second == LogTime.NONE) {
            return;
        }
        rates.advance(second);
        switch (line.event()) {
            case DELIVERY -> delivery(line, second);
            case CLIENT, PICKUP -> {
                if (line.has(LogField.ID)) {
                    ids.begin(MessageKey.of(line), line.has(LogField.ORIG_ID));
                }
            }
            case MESSAGE_ID -> {
                if (line.has(LogField.ID)) {
                    ids.announce(MessageKey.of(line));
                }
            }
            case QUEUED -> {
                if (line.has(LogField.ID) && ids.take(MessageKey.of(line))) {
                    count(Count.ARRIVED, null, MinuteCounts.NO_CAUSE, second);
                }
            }
            case REMOVED, POSTSUPER -> left(line);
            case EXPIRED -> count(Count.BOUNCED, null, CauseClass.EXPIRED.ordinal(), second);
            case REJECT -> count(Count.REJECTED, null, MinuteCounts.NO_CAUSE, second);
            default -> {}
        }
    }

    /// Lines between the last one and the next are lost: that time is not counted as quiet.
    public void gap() {
        rates.gap();
    }

    /// The log is read to its end, and nothing was written to it until then.
    ///
    /// @param micros by the server's clock, since the epoch
    public void idleUntil(long micros) {
        time.idleUntil(micros);
        rates.advance(time.newest());
    }

    /// The newest time seen, by the log's clock; null before the first line with a time.
    public @Nullable Instant newest() {
        return time.newest() == LogTime.NONE ? null : time.instant(time.newest());
    }

    /// Null before the first line with a time.
    public @Nullable MailRates rates() {
        return time.newest() == LogTime.NONE
                ? null
                : new MailRates(span(MINUTE), span(5 * MINUTE), span(RateRing.HOUR));
    }

    /// The last hour in steps, oldest first; steps that the log was not read for are left out.
    ///
    /// @param step seconds, 1 to 3,600
    public List<RateRow> rows(int step) {
        return rates.rows(step, time);
    }

    /// Of the last hour, the busiest first.
    public List<DestinationFigures> destinations(int most) {
        return destinations.figures(most, time);
    }

    /// Of the last hour, the most frequent first.
    public List<CauseFigures> causes(int most) {
        return causes.figures(most, time);
    }

    /// Takes the counts that came together since the last time, to be stored.
    public List<MinuteRow> drainMinutes() {
        return minutes.drain(time);
    }

    /// How many rows wait to be drained: well below 200,000 none is lost.
    public int minuteRows() {
        return minutes.size();
    }

    private MailRates.Span span(int seconds) {
        return new MailRates.Span(
                rates.covered(seconds),
                rates.sum(Count.ARRIVED, seconds),
                rates.sum(Count.SENT, seconds),
                rates.sum(Count.DEFERRED, seconds),
                rates.sum(Count.BOUNCED, seconds),
                rates.sum(Count.REJECTED, seconds),
                (seconds > 5 * MINUTE ? delays : recentDelays).over(seconds, time.newest()));
    }

    private void left(LogLine line) {
        if (line.has(LogField.ID)
                && (!line.has(LogField.ACTION)
                        || line.is(LogField.ACTION, "removed")
                        || line.is(LogField.ACTION, "requeued"))) {
            ids.remove(MessageKey.of(line));
        }
    }

    private void delivery(LogLine line, long second) {
        if (line.is(LogField.STATUS, "sent")) {
            if (!Delivery.goesOn(line)) {
                RecipientDomain domain = domain(line, second);
                count(Count.SENT, domain, MinuteCounts.NO_CAUSE, second);
                domain.destination.add(Destination.SENT, second);
                long delay = line.delayMicros(LogField.DELAY);
                if (delay >= 0) {
                    domain.destination.delay(delay, second);
                }
                stages(line, domain, second);
            }
        } else if (line.is(LogField.STATUS, "deferred") || line.is(LogField.STATUS, "SOFTBOUNCE")) {
            RecipientDomain domain = failed(line, Count.DEFERRED, second);
            stages(line, domain, second);
        } else if (line.is(LogField.STATUS, "bounced")) {
            failed(line, Count.BOUNCED, second);
        }
    }

    private RecipientDomain failed(LogLine line, Count count, long second) {
        RecipientDomain domain = domain(line, second);
        boolean deferred = count == Count.DEFERRED;
        int kind = deferred ? CauseTally.DEFERRED : CauseTally.BOUNCED;
        CauseTally cause = cause(line, domain, second);
        cause.exampleIsOf(line);
        cause.add(kind, second);
        domain.destination.cause(cause, kind, second);
        domain.destination.add(deferred ? Destination.DEFERRED : Destination.BOUNCED, second);
        count(count, domain, cause.verdict.kind().ordinal(), second);
        return domain;
    }

    private CauseTally cause(LogLine line, RecipientDomain domain, long second) {
        byte[] bytes = line.bytes();
        int from = line.has(LogField.REASON) ? line.start(LogField.REASON) : 0;
        int to = line.has(LogField.REASON) ? line.end(LogField.REASON) : 0;
        boolean reached = line.has(LogField.RELAY_IP);
        return reached
                ? causes.of(
                        bytes,
                        from,
                        to,
                        bytes,
                        line.start(LogField.RELAY_HOST),
                        line.end(LogField.RELAY_HOST),
                        true,
                        second)
                : causes.of(bytes, from, to, domain.bytes, 0, domain.bytes.length, false, second);
    }

    private RecipientDomain domain(LogLine line, long second) {
        byte[] bytes = line.bytes();
        int from = line.has(LogField.TO) ? Delivery.domainFrom(line) : 0;
        int to = line.has(LogField.TO) ? line.end(LogField.TO) : 0;
        RecipientDomain domain = destinations.of(bytes, from, to, second);
        if (line.has(LogField.RELAY_IP)) {
            destinations.relayed(
                    domain,
                    bytes,
                    line.start(LogField.RELAY_HOST),
                    line.end(LogField.RELAY_HOST),
                    second);
        }
        return domain;
    }

    /// Delays of an attempt in which a host was talked to.
    private void stages(LogLine line, RecipientDomain domain, long second) {
        if (!line.has(LogField.RELAY_IP) || !line.has(LogField.DELAY_D)) {
            return;
        }
        long c = line.delayMicros(LogField.DELAY_C);
        long d = line.delayMicros(LogField.DELAY_D);
        if (c < 0 || d < 0) {
            return;
        }
        stage(0, Math.max(0, line.delayMicros(LogField.DELAY_A)), second);
        stage(1, Math.max(0, line.delayMicros(LogField.DELAY_B)), second);
        stage(2, c, second);
        stage(3, d, second);
        domain.destination.connection(second, Math.floorMod(line.micros(), 1_000_000L), c + d);
    }

    private void stage(int stage, long micros, long second) {
        delays.add(stage, micros, second);
        recentDelays.add(stage, micros, second);
    }

    private void count(Count count, @Nullable RecipientDomain domain, int cause, long second) {
        rates.add(count, second);
        minutes.add(second, domain, cause, count);
    }
}
