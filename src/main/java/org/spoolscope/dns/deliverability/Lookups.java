package org.spoolscope.dns.deliverability;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;

/// The questions of one run: each is asked once, and only so many at a time. Threading: for any
/// thread at once.
final class Lookups {
    private final DnsClient client;
    private final int atOnce;
    private final Map<DnsQuestion, CompletableFuture<Lookup>> asked = new ConcurrentHashMap<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final AtomicInteger calls = new AtomicInteger();
    private int inFlight;
    private boolean ended;

    /// @param atOnce questions in flight at most
    Lookups(DnsClient client, int atOnce) {
        this.client = client;
        this.atOnce = atOnce;
    }

    /// The answer; it never fails. A name that can't be one is answered as a failure, and asked
    /// nobody.
    ///
    /// @param name with or without the last dot
    CompletableFuture<Lookup> ask(String name, DnsQuestion.Type type) {
        String plain = DnsNames.normal(name);
        if (!DnsNames.canBeAsked(plain)) {
            return CompletableFuture.completedFuture(
                    new Lookup(plain, type, new DnsReply.Failed("FORMERR")));
        }
        DnsQuestion question = new DnsQuestion(plain.toLowerCase(Locale.ROOT), type);
        CompletableFuture<Lookup> mine = new CompletableFuture<>();
        CompletableFuture<Lookup> before = asked.putIfAbsent(question, mine);
        if (before != null) {
            return before;
        }
        add(new Waiting(question, mine));
        proceed();
        return mine;
    }

    /// Asks nothing more: what waits is answered as unreachable.
    void end() {
        synchronized (waiting) {
            ended = true;
        }
        proceed();
    }

    /// All of them, in their order.
    static <T> CompletableFuture<List<T>> all(Collection<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(_ -> futures.stream().map(CompletableFuture::join).toList());
    }

    private void add(Waiting one) {
        synchronized (waiting) {
            waiting.add(one);
        }
    }

    /// Answers may come within the call that asks, and lead to new questions: one caller at a time
    /// goes on, in a loop, for all of them.
    private void proceed() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            for (Waiting next = take(); next != null; next = take()) {
                start(next);
            }
            seen = calls.addAndGet(-seen);
        }
    }

    private @Nullable Waiting take() {
        synchronized (waiting) {
            Waiting next = inFlight < atOnce || ended ? waiting.poll() : null;
            if (next != null) {
                inFlight++;
            }
            return next;
        }
    }

    private void start(Waiting one) {
        var _ =
                reply(one.question())
                        .whenComplete((reply, failure) -> {
                            synchronized (waiting) {
                                inFlight--;
                            }
                            one.answer()
                                    .complete(
                                            new Lookup(
                                                    one.question().name(),
                                                    one.question().type(),
                                                    failure == null ? reply : unasked()));
                            proceed();
                        });
    }

    private CompletableFuture<DnsReply> reply(DnsQuestion question) {
        synchronized (waiting) {
            if (ended) {
                return CompletableFuture.completedFuture(unasked());
            }
        }
        return client.ask(question);
    }

    private static DnsReply unasked() {
        return new DnsReply.Unreachable("stopped");
    }

    private record Waiting(DnsQuestion question, CompletableFuture<Lookup> answer) {}
}
