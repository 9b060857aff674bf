package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsQuestion;

/// Questions of one run: each once, so many at a time, and no more after the end.
final class LookupsTest {
    private final TestingRecords dns = new TestingRecords();

    @Test
    void asksTheSameOnce() {
        dns.with("example.org A 192.0.2.1");
        Lookups lookups = new Lookups(dns, 4);

        List<String> first = lookups.ask("Example.ORG.", DnsQuestion.Type.A).join().values();
        List<String> second = lookups.ask("example.org", DnsQuestion.Type.A).join().values();

        assertThat(first).isEqualTo(second).containsExactly("192.0.2.1");
        assertThat(dns.asked()).hasSize(1);
    }

    @Test
    void keepsSoManyInFlight() {
        dns.holding();
        Lookups lookups = new Lookups(dns, 3);
        List<CompletableFuture<Lookup>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(lookups.ask("h" + i + ".example.org", DnsQuestion.Type.A));
        }

        for (int left = 10; left > 0; left--) {
            assertThat(dns.waiting()).isEqualTo(Math.min(3, left));
            dns.release();
        }

        assertThat(all).allSatisfy(one -> assertThat(one.join().isAbsent()).isTrue());
    }

    @Test
    void answersThatComeAtOnceTakeNoStack() {
        Lookups lookups = new Lookups(dns, 1);
        CompletableFuture<Lookup> last = lookups.ask("h.example.org", DnsQuestion.Type.A);
        for (int i = 0; i < 20_000; i++) {
            int number = i;
            last =
                    last.thenCompose(
                            _ -> lookups.ask("h" + number + ".example.org", DnsQuestion.Type.A));
        }

        assertThat(last.join().isAbsent()).isTrue();
    }

    @Test
    void asksNothingAfterTheEnd() {
        dns.holding();
        Lookups lookups = new Lookups(dns, 1);
        CompletableFuture<Lookup> under = lookups.ask("a.example.org", DnsQuestion.Type.A);
        CompletableFuture<Lookup> waits = lookups.ask("b.example.org", DnsQuestion.Type.A);

        lookups.end();

        assertThat(waits.join().isUnknown()).isTrue();
        assertThat(lookups.ask("c.example.org", DnsQuestion.Type.A).join().isUnknown()).isTrue();
        dns.release();
        assertThat(under.join().isAbsent()).isTrue();
        assertThat(dns.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a..b", "a b.example", "a;b.example", "$(x).example", "ü.example", "."})
    void asksNobodyForWhatIsNoName(String name) {
        assertThat(new Lookups(dns, 1).ask(name, DnsQuestion.Type.A).join().isUnknown()).isTrue();
        assertThat(dns.asked()).isEmpty();
    }
}
