package org.spoolscope.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spoolscope.host.ResolverFacts.Nameserver;
import org.spoolscope.host.ResolverFacts.Tool;
import org.spoolscope.postfix.Mutations;

class ResolverFactsTest {
    @Test
    void readsWhatGlibcReads() {
        assertThat(
                        hosts(
                                """
                                # nameserver 192.0.2.1
                                ; nameserver 192.0.2.2
                                nameserver 127.0.0.53
                                nameserver\t2001:db8::53   # the second
                                  nameserver 192.0.2.3
                                nameserver fe80::1%eth0
                                nameserver 192.0.2.4
                                options edns0 trust-ad
                                """))
                .containsExactly("127.0.0.53", "2001:db8::53", "fe80::1%eth0");
    }

    @Test
    void withoutNameserverItIsThisHost() {
        assertThat(hosts("search example\n")).containsExactly("127.0.0.1");
        assertThat(ResolverFacts.parse("").nameservers())
                .extracting(Nameserver::host)
                .containsExactly("127.0.0.1");
    }

    @Test
    void passesOverWhatIsNoAddress() {
        assertThat(
                        hosts(
                                """
                                nameserver
                                nameserver resolver.example
                                nameserver 192.0.2.300
                                nameserver 192.0.2.5$(reboot)
                                nameserver fe80::1%$(reboot)
                                nameserver192.0.2.6
                                nameserver 192.0.2.7
                                nameserver 192.0.2.7
                                """))
                .containsExactly("192.0.2.7");
    }

    @Test
    void prefersDig() {
        assertThat(ResolverFacts.parse("tool\thost\ntool\tdig\ntool\trm\n").tools())
                .containsExactly(Tool.DIG, Tool.HOST);
    }

    @Test
    void survivesDamage() {
        Mutations.of(
                "tool\tdig\nconf\tnameserver 192.0.2.53\nconf\tnameserver fe80::1%eth0\n"
                        .getBytes(StandardCharsets.UTF_8),
                1500,
                bytes ->
                        assertThat(
                                        ResolverFacts.parse(
                                                        new String(bytes, StandardCharsets.UTF_8))
                                                .nameservers())
                                .isNotEmpty()
                                .allSatisfy(one ->
                                        assertThat(one.host()).matches("[0-9A-Za-z.:%_-]+")));
    }

    private static List<String> hosts(String file) {
        String output =
                file.lines().map(line -> "conf\t" + line + "\n").collect(Collectors.joining());
        return ResolverFacts.parse(output).nameservers().stream().map(Nameserver::host).toList();
    }
}
