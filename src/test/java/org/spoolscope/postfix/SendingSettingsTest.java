package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingSettingsTest {
    private static final String OUTPUT =
            """
            instance\t/etc/postfix
            setting\tsmtp_bind_address\t
            setting\tinet_interfaces\t127.0.0.1, [2001:db8::10]
            setting\tinet_protocols\tall
            setting\tproxy_interfaces\t192.0.2.1
            setting\tmyhostname\tmail.example
            setting\tsmtp_helo_name\tmail.example
            instance\t/etc/postfix-out
            setting\tsmtp_bind_address\t192.0.2.10
            setting\tinet_interfaces\tall
            setting\tinet_protocols\tipv4
            setting\tmyhostname\tout.example
            override\tbulk/unix\tsmtp_bind_address\t192.0.2.11
            override\tbulk/unix\tsmtp_helo_name\tbulk.example
            override\tslow/unix\tsmtp_bind_address6\t[2001:db8::12]
            """;

    private final List<SendingSettings> instances = SendingSettings.parse(OUTPUT);

    @Test
    void readsEachInstance() {
        assertThat(instances)
                .extracting(SendingSettings::configDirectory)
                .containsExactly("/etc/postfix", "/etc/postfix-out");
        assertThat(instances.getFirst().setting("myhostname")).isEqualTo("mail.example");
        assertThat(instances.getLast().setting("relayhost")).isEmpty();
    }

    @Test
    void saysWhatIsBound() {
        assertThat(instances.getFirst().bound()).isEmpty();
        assertThat(instances.getLast().bound())
                .extracting(bound -> bound.address() + " " + bound.setting())
                .containsExactly(
                        "192.0.2.10 smtp_bind_address",
                        "192.0.2.11 bulk/unix smtp_bind_address",
                        "2001:db8::12 slow/unix smtp_bind_address6");
        assertThat(instances.getLast().isBound(true)).isTrue();
        assertThat(instances.getLast().isBound(false)).isFalse();
    }

    @Test
    void saysWhichInterfaceIsTheOnlyOne() {
        assertThat(instances.getFirst().onlyInterface(true)).get().hasToString("127.0.0.1");
        assertThat(instances.getFirst().onlyInterface(false)).get().hasToString("2001:db8::10");
        assertThat(instances.getLast().onlyInterface(true)).isEmpty();
    }

    @Test
    void saysWhichNamesAndFamiliesItUses() {
        assertThat(instances.getFirst().heloNames()).containsExactly("mail.example");
        assertThat(instances.getLast().heloNames()).containsExactly("out.example", "bulk.example");
        assertThat(instances.getFirst().speaks(false)).isTrue();
        assertThat(instances.getLast().speaks(false)).isFalse();
        assertThat(instances.getFirst().proxied()).singleElement().hasToString("192.0.2.1");
    }

    @Test
    void survivesDamage() {
        Mutations.of(
                OUTPUT.getBytes(StandardCharsets.UTF_8),
                2000,
                bytes ->
                        assertThat(SendingSettings.parse(new String(bytes, StandardCharsets.UTF_8)))
                                .allSatisfy(one -> {
                                    assertThat(one.bound()).hasSizeLessThan(10);
                                    assertThat(one.onlyInterface(true)).isNotNull();
                                }));
    }
}
