package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::, 2001:db8::",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:192.0.2.33, 192.0.2.33",
        "::ffff:c000:221, 192.0.2.33",
    })
    void isWrittenInItsCanonicalForm(String text, String canonical) {
        assertThat(IpAddress.parse(text)).map(IpAddress::toString).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.010",
                "192.0.2.-1",
                "192.0.2.1.",
                "192.0.2.١",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7:8::",
                "2001:db8::g",
                "2001:db8::12345",
                "fe80::1%eth0",
                "::192.0.2",
                "192.0.2.1::",
                "mail.example.org",
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void isReversedAsRfc5782HasIt() {
        assertThat(address("192.0.2.99").reversed()).isEqualTo("99.2.0.192");
        assertThat(address("2001:db8:1:2:3:4:567:89ab").reversed())
                .isEqualTo("b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2");
    }

    @Test
    void isInANetwork() {
        IpAddress network = address("198.18.0.0");
        assertThat(address("198.19.255.255").isIn(network, 15)).isTrue();
        assertThat(address("198.20.0.0").isIn(network, 15)).isFalse();
        assertThat(address("fe80::1").isIn(address("fe80::"), 10)).isTrue();
        assertThat(address("fec0::1").isIn(address("fe80::"), 10)).isFalse();
        assertThat(address("::1").isIn(network, 0)).isFalse();
    }

    @Test
    void isOfItsBytes() {
        assertThat(IpAddress.ofWire(address("2001:db8::1").toWire()))
                .isEqualTo(address("2001:db8::1"))
                .hasSameHashCodeAs(address("2001:db8::1"));
        assertThat(address("192.0.2.200")).isGreaterThan(address("192.0.2.20"));
        assertThat(address("::")).isGreaterThan(address("255.255.255.255"));
        assertThatThrownBy(() -> IpAddress.ofWire(new byte[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
