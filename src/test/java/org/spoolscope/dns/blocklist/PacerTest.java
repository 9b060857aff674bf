package org.spoolscope.dns.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;

/// On a clock and a resolver of the test's own: what is asked waits until the test answers it.
final class PacerTest {
    private static final DnsReply NOTHING = new DnsReply.NoName(Duration.ZERO);

    private final List<Asked> asked = new ArrayList<>();
    private final Queue<Runnable> timers = new ArrayDeque<>();
    private long now;

    private record Asked(DnsQuestion question, CompletableFuture<DnsReply> reply) {}

    @Test
    void neverMoreInFlightThanAllowed() {
        Pacer pacer = pacer(new Limits(20, 16, 1000, Duration.ZERO, Duration.ZERO, 1));
        for (int i = 0; i < 100; i++) {
            var _ = pacer.ask("one.test", question(i));
        }
        assertThat(asked).hasSize(8);
        for (int i = 0; i < 8; i++) {
            answer(i, NOTHING);
        }
        assertThat(inFlight()).isEqualTo(16);
        for (int i = 0; i < 100; i++) {
            var _ = pacer.ask("two.test", question(i));
        }
        assertThat(inFlight()).isEqualTo(20);
        for (int i = 0; i < 200; i++) {
            answer(i, NOTHING);
            assertThat(inFlight()).isLessThanOrEqualTo(20);
        }
        assertThat(asked).hasSize(200);
    }

    @Test
    void neverMoreToAZoneWithinASecondThanAllowed() {
        Pacer pacer = pacer(new Limits(100, 100, 10, Duration.ZERO, Duration.ZERO, 1));
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            var _ = pacer.ask("one.test", question(i));
        }
        while (asked.size() < 45) {
            while (sent.size() < asked.size()) {
                sent.add(now);
                answer(sent.size() - 1, NOTHING);
            }
            if (!timers.isEmpty()) {
                timers.remove().run();
            }
        }
        for (int i = 10; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - 10)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
        assertThat(now).isEqualTo(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void zonesTakeTurnsAndASilentOneGetsNoMore() {
        Pacer pacer = pacer(new Limits(100, 50, 1000, Duration.ZERO, Duration.ZERO, 1));
        List<CompletableFuture<DnsReply>> silent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            silent.add(pacer.ask("silent.test", question(i)));
        }
        for (int i = 0; i < 8; i++) {
            answer(i, new DnsReply.Silent(Duration.ofSeconds(5)));
        }
        assertThat(inFlight()).isEqualTo(1);
        pacer.giveUp("silent.test");
        assertThat(silent.subList(9, 30))
                .allSatisfy(reply ->
                        assertThat(reply).isCompletedWithValue(new DnsReply.Silent(Duration.ZERO)));
        assertThat(asked).hasSize(9);
    }

    /// A resolver that fails at once, many times over, takes no deeper a stack.
    @Test
    void answersThatComeAtOnceDoNotPileUp() {
        Pacer pacer =
                new Pacer(
                        client(_ -> CompletableFuture.completedFuture(NOTHING)),
                        new Limits(10, 10, 1_000_000, Duration.ZERO, Duration.ZERO, 1),
                        () -> now,
                        _ -> timers::add);
        List<CompletableFuture<DnsReply>> replies = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            replies.add(pacer.ask("one.test", question(i)));
        }
        assertThat(replies).allMatch(CompletableFuture::isDone);
    }

    private long inFlight() {
        return asked.stream().filter(one -> !one.reply().isDone()).count();
    }

    private void answer(int index, DnsReply reply) {
        asked.get(index).reply().complete(reply);
    }

    private Pacer pacer(Limits limits) {
        return new Pacer(
                client(question -> {
                    Asked one = new Asked(question, new CompletableFuture<>());
                    asked.add(one);
                    return one.reply();
                }),
                limits,
                () -> now,
                pause ->
                        task ->
                                timers.add(() -> {
                                    now += pause;
                                    task.run();
                                }));
    }

    private static DnsQuestion question(int number) {
        return new DnsQuestion(number + ".test", DnsQuestion.Type.A);
    }

    private static DnsClient client(
            java.util.function.Function<DnsQuestion, CompletableFuture<DnsReply>> ask) {
        return new DnsClient() {
            @Override
            public String resolver() {
                return "test";
            }

            @Override
            public CompletableFuture<DnsReply> ask(DnsQuestion question) {
                return ask.apply(question);
            }

            @Override
            public void close() {}
        };
    }
}
