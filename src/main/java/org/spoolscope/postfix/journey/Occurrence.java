package org.spoolscope.postfix.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.journey.JourneyMessage.Branch;
import org.spoolscope.postfix.journey.JourneyMessage.Outcome;
import org.spoolscope.postfix.journey.Step.Kind;

/// One message under one id, while its lines are put together. A short id comes back as another
/// message: that is another occurrence.
final class Occurrence {
    /// Longer than any message is kept (`maximal_queue_lifetime` is 5 days by default).
    private static final long EPOCH_MICROS = 10L * 86_400 * 1_000_000;

    final int source;
    final String instance;
    final String id;
    final List<Mention> mentions = new ArrayList<>();
    final Map<Occurrence, Relation> next = new LinkedHashMap<>();
    final Map<Occurrence, Long> nextLines = new LinkedHashMap<>();
    @Nullable Occurrence parent;
    private boolean ended;
    private boolean known;

    Occurrence(Mention first) {
        source = first.source();
        instance = first.instance();
        id = first.id();
        add(first);
    }

    /// Whether a further line of this id is about another message.
    boolean isOver(Mention line) {
        Kind kind = line.step().kind();
        long before = mentions.getLast().micros();
        return ended && kind != Kind.DISCONNECTED
                || known && (kind == Kind.RECEIVED || kind == Kind.PICKED_UP)
                || before != Long.MIN_VALUE
                        && line.micros() != Long.MIN_VALUE
                        && line.micros() - before > EPOCH_MICROS;
    }

    void add(Mention line) {
        mentions.add(line);
        switch (line.step().kind()) {
            case REMOVED, DELETED, REQUEUED, CANCELED -> ended = true;
            case RECEIVED, PICKED_UP, NAMED, ACTIVE, ATTEMPT -> known = true;
            default -> {}
        }
    }

    long begin() {
        return mentions.getFirst().order();
    }

    long end() {
        return mentions.getLast().order();
    }

    /// When it first came, by the log's clock.
    long beginMicros() {
        for (Mention mention : mentions) {
            if (mention.step().kind() == Kind.RECEIVED && mention.micros() != Long.MIN_VALUE) {
                return mention.micros();
            }
        }
        return mentions.getFirst().micros();
    }

    boolean matches() {
        return mentions.stream().anyMatch(Mention::matches);
    }

    String messageId() {
        for (Mention mention : mentions) {
            if (!mention.facts().messageId().isEmpty()) {
                return mention.facts().messageId();
            }
        }
        return "";
    }

    /// The immutable message, with what came of it.
    JourneyMessage message(List<String> servers) {
        String from = "";
        String client = "";
        long size = -1;
        long recipients = -1;
        for (Mention mention : mentions) {
            Mention.Facts facts = mention.facts();
            from = from.isEmpty() ? facts.from() : from;
            client = client.isEmpty() ? facts.client() : client;
            size = size < 0 ? facts.size() : size;
            recipients = recipients < 0 ? facts.recipients() : recipients;
        }
        return new JourneyMessage(
                servers.get(source),
                instance,
                id,
                messageId(),
                from,
                client,
                size,
                recipients,
                outcome(),
                mentions.stream().map(Mention::step).toList(),
                next.entrySet().stream()
                        .map(entry ->
                                new Branch(
                                        entry.getValue(),
                                        nextLines.getOrDefault(entry.getKey(), -1L),
                                        entry.getKey().message(servers)))
                        .toList());
    }

    private Outcome outcome() {
        Outcome outcome = Outcome.UNKNOWN;
        boolean held = false;
        boolean sent = false;
        boolean bounced = false;
        for (Mention mention : mentions) {
            Step step = mention.step();
            switch (step.kind()) {
                case DELETED -> {
                    return Outcome.DELETED;
                }
                case REQUEUED -> {
                    return Outcome.REQUEUED;
                }
                case EXPIRED -> {
                    return Outcome.EXPIRED;
                }
                case REJECTED -> outcome = Outcome.REJECTED;
                case DISCARDED, CANCELED -> outcome = Outcome.DISCARDED;
                case HELD -> held = true;
                case RELEASED -> {
                    held = false;
                    outcome = Outcome.QUEUED;
                }
                case ACTIVE -> outcome = Outcome.QUEUED;
                case ATTEMPT -> {
                    String status = step.attempt() == null ? "" : step.attempt().status();
                    sent |= status.equals("sent");
                    bounced |= status.equals("bounced");
                }
                default -> {}
            }
        }
        if (!ended && held) {
            return Outcome.HELD;
        }
        if (bounced) {
            return Outcome.BOUNCED;
        }
        return ended && outcome == Outcome.QUEUED
                ? sent ? Outcome.DELIVERED : Outcome.UNKNOWN
                : outcome;
    }
}
