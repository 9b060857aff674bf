package org.spoolscope.dns.blocklist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;

/// Questions with a memory: what was answered is not asked again while its TTL lasts, and what is
/// being asked is asked once. Failures are not remembered. Threading: for any thread.
final class Questions {
    private final Pacer pacer;
    private final Limits limits;
    private final InstantSource clock;
    private final Map<DnsQuestion, CompletableFuture<Told>> underWay = new HashMap<>();
    private final Map<DnsQuestion, Told> answers;

    Questions(Pacer pacer, Limits limits, InstantSource clock) {
        this.pacer = pacer;
        this.limits = limits;
        this.clock = clock;
        this.answers =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<DnsQuestion, Told> eldest) {
                        return size() > limits.remembered();
                    }
                };
    }

    /// A reply, when it came, and how long it took.
    record Told(DnsReply reply, Instant at, Duration took) {}

    CompletableFuture<Told> ask(String zone, DnsQuestion question) {
        CompletableFuture<Told> told = new CompletableFuture<>();
        Instant asked = clock.instant();
        synchronized (this) {
            Told known = answers.get(question);
            if (known != null && asked.isBefore(known.at().plus(keep(known.reply())))) {
                return CompletableFuture.completedFuture(known);
            }
            CompletableFuture<Told> same = underWay.putIfAbsent(question, told);
            if (same != null) {
                return same.copy();
            }
        }
        var _ =
                pacer.ask(zone, question)
                        .thenAccept(reply -> {
                            Instant at = clock.instant();
                            Told answer = new Told(reply, at, Duration.between(asked, at));
                            remember(question, answer);
                            told.complete(answer);
                        });
        return told.copy();
    }

    private synchronized void remember(DnsQuestion question, Told answer) {
        underWay.remove(question);
        if (isAnswer(answer.reply())) {
            answers.put(question, answer);
        }
    }

    private Duration keep(DnsReply reply) {
        return limits.clamp(reply.ttl());
    }

    private static boolean isAnswer(DnsReply reply) {
        return switch (reply) {
            case DnsReply.Records _, DnsReply.NoData _, DnsReply.NoName _ -> true;
            case DnsReply.Failed _, DnsReply.Silent _, DnsReply.Unreachable _ -> false;
        };
    }
}
