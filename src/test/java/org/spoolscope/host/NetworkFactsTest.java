package org.spoolscope.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.IpAddress;
import org.spoolscope.postfix.Mutations;

class NetworkFactsTest {
    private static final String WITH_IP =
            """
            addr\t1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever
            addr\t1: lo    inet6 ::1/128 scope host \\       valid_lft forever
            addr\t2: eth0    inet 198.51.100.10/24 brd 198.51.100.255 scope global eth0\\       valid_lft forever
            addr\t2: eth0    inet 198.51.100.11/24 scope global secondary eth0\\       valid_lft forever
            addr\t3: ppp0    inet 10.0.0.2 peer 10.0.0.1/32 scope global ppp0\\       valid_lft forever
            addr\t2: eth0    inet6 2001:db8::10/64 scope global nodad \\       valid_lft forever
            addr\t2: eth0    inet6 fe80::1/64 scope link \\       valid_lft forever
            route4\t192.0.2.1 via 198.51.100.1 dev eth0 src 198.51.100.10 uid 1000 \\    cache
            route6\t2001:db8::1 from :: via fe80::2 dev eth0 src 2001:db8::10 metric 1024 pref medium
            """;

    /// Debian 12, written by the kernel.
    private static final String WITHOUT_IP =
            """
            route\teth0\t00000000\t0164A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
            fib_trie\tMain:
            fib_trie\t  +-- 0.0.0.0/0 3 0 5
            fib_trie\t     |-- 0.0.0.0
            fib_trie\t        /0 universe UNICAST
            fib_trie\t           |-- 127.0.0.1
            fib_trie\t              /32 host LOCAL
            fib_trie\t           |-- 198.51.100.0
            fib_trie\t              /24 link UNICAST
            fib_trie\t           |-- 198.51.100.10
            fib_trie\t              /32 host LOCAL
            fib_trie\t        |-- 198.51.100.255
            fib_trie\t           /32 link BROADCAST
            fib_trie\tLocal:
            fib_trie\t           |-- 198.51.100.10
            fib_trie\t              /32 host LOCAL
            if_inet6\t20010db8000000000000000000000010 04 40 00 82     eth0
            if_inet6\t00000000000000000000000000000001 01 80 10 80       lo
            if_inet6\tfe8000000000000000fc00fffe000001 04 40 20 80     eth0
            """;

    @Test
    void readsWhatIpPrints() {
        NetworkFacts facts = NetworkFacts.parse(WITH_IP);

        assertThat(facts.addresses())
                .extracting(IpAddress::toString)
                .containsExactly("198.51.100.10", "198.51.100.11", "10.0.0.2", "2001:db8::10");
        assertThat(facts.route4()).hasToString("198.51.100.10");
        assertThat(facts.route6()).hasToString("2001:db8::10");
    }

    @Test
    void readsTheKernelsOwnFiles() {
        NetworkFacts facts = NetworkFacts.parse(WITHOUT_IP);

        assertThat(facts.addresses())
                .extracting(IpAddress::toString)
                .containsExactly("198.51.100.10", "2001:db8::10");
        assertThat(facts.route4()).isNull();
        assertThat(facts.route6()).isNull();
    }

    @Test
    void survivesDamage() {
        for (String output : new String[] {WITH_IP, WITHOUT_IP}) {
            Mutations.of(
                    output.getBytes(StandardCharsets.UTF_8),
                    2000,
                    bytes ->
                            assertThat(
                                            NetworkFacts.parse(
                                                            new String(
                                                                    bytes, StandardCharsets.UTF_8))
                                                    .addresses())
                                    .hasSizeLessThan(20));
        }
    }
}
