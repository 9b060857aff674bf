package org.spoolscope.monitor.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.host.NetworkFacts;
import org.spoolscope.model.IpAddress;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.postfix.QuotedAddress;
import org.spoolscope.postfix.SendingSettings;

/// Which addresses a server sends from, and why.
class SendingAddressesTest {
    private static final String DEFAULTS = "setting\tinet_interfaces\tall\n";

    @Test
    void whatThePersonStatesIsTheAnswer() {
        SendingAddresses found =
                SendingAddresses.of(
                        List.of("192.0.2.99", "nonsense"),
                        settings("setting\tsmtp_bind_address\t192.0.2.10\n"),
                        network("192.0.2.11", null),
                        List.of());

        assertThat(lines(found)).containsExactly("192.0.2.99 STATED stated in servers.toml");
    }

    @Test
    void aBoundAddressSendsAndTheRouteDoesNot() {
        SendingAddresses found =
                found(
                        DEFAULTS
                                + """
                                setting\tsmtp_bind_address\t192.0.2.10
                                override\tbulk/unix\tsmtp_bind_address\t192.0.2.12
                                """,
                        network("192.0.2.11", "2001:db8::11"));

        assertThat(lines(found))
                .containsExactly(
                        "192.0.2.10 BOUND smtp_bind_address of /etc/postfix",
                        "192.0.2.12 BOUND bulk/unix smtp_bind_address of /etc/postfix",
                        "2001:db8::11 ROUTE the default route of this server sends from it");
    }

    @Test
    void theOnlyInterfaceSendsUnlessItIsLoopback() {
        assertThat(
                        lines(
                                found(
                                        """
                                        setting\tinet_interfaces\t192.0.2.13
                                        setting\tinet_protocols\tipv4
                                        """,
                                        network("192.0.2.11", "2001:db8::11"))))
                .containsExactly(
                        "192.0.2.13 INTERFACE the only address of inet_interfaces of /etc/postfix");
        assertThat(
                        lines(
                                found(
                                        "setting\tinet_interfaces\t127.0.0.1\n",
                                        network("192.0.2.11", null))))
                .containsExactly("192.0.2.11 ROUTE the default route of this server sends from it");
    }

    @Test
    void withoutARouteTheOnlyAddressSends() {
        NetworkFacts one = new NetworkFacts(List.of(ip("192.0.2.14")), null, null);
        NetworkFacts two =
                new NetworkFacts(List.of(ip("192.0.2.14"), ip("192.0.2.15")), null, null);

        assertThat(lines(found(DEFAULTS, one)))
                .containsExactly("192.0.2.14 ONLY the only address of this server");
        assertThat(lines(found(DEFAULTS, two))).isEmpty();
    }

    @Test
    void behindANatReceiversTellWhatTheySee() {
        SendingAddresses found =
                SendingAddresses.of(
                        List.of(),
                        settings(DEFAULTS),
                        network("10.0.0.2", null),
                        List.of(
                                quoted("198.51.100.7", 1),
                                quoted("192.0.2.10", 3),
                                quoted("10.0.0.9", 2),
                                quoted("2001:db8::7", 9)));

        assertThat(found.translated())
                .extracting(SendingAddress::address)
                .containsExactly(ip("10.0.0.2"));
        assertThat(lines(found))
                .containsExactly(
                        "192.0.2.10 QUOTED quoted in the log by 3 receivers, such as mx.example:"
                                + " \"ip=192.0.2.10\"",
                        "198.51.100.7 QUOTED quoted in the log by mx.example: \"ip=198.51.100.7\"");
        assertThat(found.isBlind()).isFalse();
    }

    @Test
    void behindANatTheOperatorMayHaveSaidIt() {
        SendingAddresses found =
                found(
                        DEFAULTS + "setting\tproxy_interfaces\t192.0.2.1\n",
                        network("192.168.1.2", null));

        assertThat(lines(found))
                .containsExactly("192.0.2.1 PROXIED proxy_interfaces of /etc/postfix");
    }

    @Test
    void aNatThatNothingTellsOfIsSaidSo() {
        SendingAddresses found = found(DEFAULTS, network("172.20.0.2", null));

        assertThat(found.seen()).isEmpty();
        assertThat(found.isBlind()).isTrue();
    }

    @Test
    void receiversAreNotBelievedWhereThereIsNoNat() {
        assertThat(
                        lines(
                                SendingAddresses.of(
                                        List.of(),
                                        settings(DEFAULTS),
                                        network("192.0.2.11", null),
                                        List.of(quoted("198.51.100.7", 5)))))
                .containsExactly("192.0.2.11 ROUTE the default route of this server sends from it");
    }

    private static SendingAddresses found(String settings, NetworkFacts network) {
        return SendingAddresses.of(List.of(), settings(settings), network, List.of());
    }

    private static List<SendingSettings> settings(String lines) {
        return SendingSettings.parse("instance\t/etc/postfix\n" + lines);
    }

    private static NetworkFacts network(@Nullable String route4, @Nullable String route6) {
        return new NetworkFacts(
                List.of(), route4 == null ? null : ip(route4), route6 == null ? null : ip(route6));
    }

    private static Quoted quoted(String address, int receivers) {
        return new Quoted(
                QuotedAddress.find(null, "ip=" + address).orElseThrow(), "mx.example", receivers);
    }

    private static List<String> lines(SendingAddresses found) {
        return found.seen().stream()
                .map(one -> one.address() + " " + one.because() + " " + one.evidence())
                .toList();
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
