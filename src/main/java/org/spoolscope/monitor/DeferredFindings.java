package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.DomainNumbers;
import org.spoolscope.model.Growth;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.TableRows;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.people.AddressMask;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.QueueCause;
import org.spoolscope.postfix.QueueCauses;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.postfix.ReasonWords;

/// What the deferred mail of a server waits for: one destination that can't be reached or that
/// takes less than is sent to it, one reason behind most of it, or nothing in particular, being
/// old. Used by the server's writer thread only.
final class DeferredFindings {
    private static final int ONE_REASON_LEAST = 20;
    private static final int DESTINATION_LEAST = 50;
    private static final double DESTINATION_RAISES = 0.5;
    private static final double DESTINATION_CLEARS = 0.4;
    private static final int OLD_LEAST = 100;
    private static final double OLD_RAISES = 0.8;
    private static final double OLD_CLEARS = 0.7;
    private static final Duration OLD = Duration.ofDays(1);

    /// Of what is deferred, per hour.
    private static final double OLD_GROWTH = 0.02;

    /// What moves may be that share of what does not.
    private static final double OLD_MOVING = 0.1;

    private static final int FEW_DOMAINS = 20;
    private static final double FEW_DOMAINS_SHARE = 0.5;

    /// A destination that took that share of the attempts of the last hour is not down.
    private static final double TAKES = 0.02;

    private static final int LONGEST_WORDS = 120;

    private record Cause(String domain, String reason) {}

    /// @param reason as it stands on file
    /// @param recipient who waits for it
    private record Example(String reason, String recipient) {}

    private static final class Tally {
        private int messages;
        private final Example example;
        private Instant oldest = Instant.MAX;

        Tally(Example example) {
            this.example = example;
        }

        void add(int more, Instant arrival) {
            messages += more;
            oldest = arrival.isBefore(oldest) ? arrival : oldest;
        }
    }

    /// One destination that most deferred mail waits for, for one class of reasons.
    private record Most(QueueCause cause, int messages, Instant oldest, Example example) {}

    private final Judgement judgement;
    private final Hysteresis old = new Hysteresis(OLD_RAISES, OLD_CLEARS);
    private Trouble.@Nullable OneReason oneReason;
    private Trouble.@Nullable DeferredOld deferredOld;
    private @Nullable Most destination;
    private int deferred;
    private Instant countedAt = Instant.EPOCH;

    /// Normalised reasons of the latest queues: most stay from one to the next, and working them
    /// out is half of what they cost the writer.
    private Map<String, String> known = Map.of();

    DeferredFindings(Judgement judgement) {
        this.judgement = judgement;
    }

    /// A message counts once, with the first recipient that has a reason.
    void counted(Collection<KnownQueue> queues, QueueCounts counts, Instant now) {
        deferred = counts.deferred();
        countedAt = now;
        Map<Cause, Tally> causes = causes(queues);
        oneReason =
                causes.entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().messages))
                        .filter(most -> most.getValue().messages >= ONE_REASON_LEAST)
                        .filter(most -> most.getValue().messages * 2 >= deferred)
                        .map(most ->
                                new Trouble.OneReason(
                                        words(most.getValue().example),
                                        most.getKey().domain(),
                                        most.getValue().messages,
                                        counts.total()))
                        .orElse(null);
        destination = destination(causes);
        deferredOld = deferredOld(queues, counts);
    }

    /// @param destinations by the log
    /// @param concurrency deliveries to one destination at once, at most
    List<Trouble> troubles(Growth growth, List<DestinationFigures> destinations, int concurrency) {
        if (destination != null) {
            return List.of(
                    trouble(
                            destination,
                            destinations.stream()
                                    .filter(one -> one.name().equals(destination.cause().who()))
                                    .findFirst()
                                    .orElse(null),
                            concurrency));
        }
        if (oneReason != null) {
            return List.of(oneReason);
        }
        Double perHour = growth.perHour();
        return deferredOld == null || perHour == null || perHour > deferred * OLD_GROWTH
                ? List.of()
                : List.of(deferredOld);
    }

    private Trouble trouble(Most most, @Nullable DestinationFigures log, int concurrency) {
        String who = most.cause().who();
        boolean takes = log != null && log.sent() >= Math.max(1, TAKES * log.attempts());
        return most.cause().kind() == CauseClass.CONNECTION && !takes
                ? new Trouble.DestinationDown(
                        who,
                        words(most.example()),
                        most.messages(),
                        deferred,
                        Duration.between(most.oldest(), countedAt))
                : new Trouble.DestinationLimits(
                        who, words(most.example()), most.messages(), deferred, concurrency);
    }

    private Map<Cause, Tally> causes(Collection<KnownQueue> queues) {
        Map<String, String> normalised = new HashMap<>();
        Map<Cause, Tally> causes = new HashMap<>();
        DomainNumbers domains = new DomainNumbers();
        forEach(
                queues,
                row -> {
                    int waiting = firstWithReason(row);
                    String raw = waiting < 0 ? null : row.reason(waiting);
                    if (raw == null) {
                        return;
                    }
                    Cause cause =
                            new Cause(
                                    domain(domains, row, waiting),
                                    normalised.computeIfAbsent(raw, this::normalised));
                    causes.computeIfAbsent(
                                    cause, _ -> new Tally(new Example(raw, row.address(waiting))))
                            .add(1, row.arrival());
                });
        known = normalised;
        return causes;
    }

    private static void forEach(Collection<KnownQueue> queues, Consumer<QueueCursor> look) {
        TableRows rows = TableRows.all(queues.stream().map(KnownQueue::messages).toList());
        QueueCursor row = rows.cursor();
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(rows.row(i));
            look.accept(row);
        }
    }

    private static String domain(DomainNumbers domains, QueueCursor row, int recipient) {
        return domains.name(
                domains.of(row.bytes(), row.domainStart(recipient), row.addressEnd(recipient)));
    }

    /// The one that was found before stays until its share has fallen well below half.
    private @Nullable Most destination(Map<Cause, Tally> causes) {
        QueueCauses judge = new QueueCauses(judgement);
        Map<QueueCause, Tally> byDestination = new HashMap<>();
        causes.forEach((cause, tally) -> {
            QueueCause of = judge.cause(cause.domain(), tally.example.reason());
            if (of.kind() == CauseClass.CONNECTION || of.kind() == CauseClass.RATE_LIMITED) {
                byDestination
                        .computeIfAbsent(of, _ -> new Tally(tally.example))
                        .add(tally.messages, tally.oldest);
            }
        });
        QueueCause before = destination == null ? null : destination.cause();
        Tally kept = before == null ? null : byDestination.get(before);
        if (before != null && kept != null && isMost(kept, DESTINATION_CLEARS)) {
            return most(before, kept);
        }
        return byDestination.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().messages))
                .filter(entry -> isMost(entry.getValue(), DESTINATION_RAISES))
                .map(entry -> most(entry.getKey(), entry.getValue()))
                .orElse(null);
    }

    private boolean isMost(Tally tally, double share) {
        return tally.messages >= DESTINATION_LEAST && tally.messages > deferred * share;
    }

    private static Most most(QueueCause cause, Tally tally) {
        return new Most(cause, tally.messages, tally.oldest, tally.example);
    }

    private Trouble.@Nullable DeferredOld deferredOld(
            Collection<KnownQueue> queues, QueueCounts counts) {
        Instant before = countedAt.minus(OLD);
        Map<String, Integer> byDomain = new HashMap<>();
        DomainNumbers domains = new DomainNumbers();
        int[] found = new int[2];
        forEach(
                queues,
                row -> {
                    if (row.queue() == QueueName.DEFERRED && row.arrival().isBefore(before)) {
                        found[0]++;
                        found[1] += row.sender().isEmpty() ? 1 : 0;
                        if (row.recipients() > 0) {
                            byDomain.merge(domain(domains, row, 0), 1, Integer::sum);
                        }
                    }
                });
        int oldOnes = found[0];
        int fromNobody = found[1];
        int few =
                byDomain.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(FEW_DOMAINS)
                        .mapToInt(Integer::intValue)
                        .sum();
        boolean isOld = old.at(deferred == 0 ? 0 : (double) oldOnes / deferred);
        return isOld
                        && deferred >= OLD_LEAST
                        && few >= oldOnes * FEW_DOMAINS_SHARE
                        && counts.active() + counts.incoming() <= deferred * OLD_MOVING
                ? new Trouble.DeferredOld(oldOnes, deferred, fromNobody)
                : null;
    }

    private String normalised(String reason) {
        String before = known.get(reason);
        return before == null ? ReasonText.of(reason).normalised() : before;
    }

    /// `Mailbox full (452 4.2.2)`. Without the name of the one whom the example is about: a finding
    /// is about many.
    private static String words(Example example) {
        ReasonText text = ReasonText.of(example.reason());
        String said =
                AddressMask.leavingOut(example.recipient(), ReasonWords.of(text.normalised()));
        String words = DisplayText.of(said).clip(LONGEST_WORDS).toString();
        return text.code() == 0
                ? words
                : words + " (" + (text.code() + " " + text.dsn()).strip() + ")";
    }

    /// The recipient, or -1.
    private static int firstWithReason(QueueCursor row) {
        if (row.queue() == QueueName.DEFERRED) {
            for (int i = 0; i < row.recipients(); i++) {
                if (row.reason(i) != null) {
                    return i;
                }
            }
        }
        return -1;
    }
}
