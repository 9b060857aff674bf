package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerFacts;

class ProbeTest {
    private static final String OUTPUT =
            """
            user\tops
            system\tLinux 6.1.0
            postqueue\t/usr/sbin/postqueue
            mail_version\t3.7.11
            myhostname\tmail.example.com
            queue_directory\t/var/spool/postfix
            maillog_file\t
            instance\t-\t-\ty\t/etc/postfix
            instance\tpostfix-out\tbulk\tn\t/etc/postfix-out
            """;

    @Test
    void readsWhatTheServerIs() {
        Probe probe = Probe.parse(OUTPUT, Instant.EPOCH);

        assertThat(probe.postqueue()).isEqualTo("/usr/sbin/postqueue");
        ServerFacts facts = probe.facts();
        assertThat(facts.postfix()).isEqualTo("3.7.11");
        assertThat(facts.hostName()).isEqualTo("mail.example.com");
        assertThat(facts.system()).isEqualTo("Linux 6.1.0");
        assertThat(facts.user()).isEqualTo("ops");
        assertThat(facts.spool()).isEqualTo("/var/spool/postfix");
        assertThat(facts.logFile()).isEmpty();
        assertThat(facts.instances())
                .containsExactly(
                        new Instance("-", "-", true, "/etc/postfix"),
                        new Instance("postfix-out", "bulk", false, "/etc/postfix-out"));
    }

    @Test
    void knowsAServerWithoutPostfix() {
        Probe probe = Probe.parse("user\tops\nsystem\tLinux 6.1.0\npostqueue\t\n", Instant.EPOCH);

        assertThat(probe.postqueue()).isEmpty();
        assertThat(probe.facts().instances()).isEmpty();
    }

    @Test
    void assumesTheDefaultInstanceWherePostconfFails() {
        assertThat(
                        Probe.parse("postqueue\t/usr/sbin/postqueue\n", Instant.EPOCH)
                                .facts()
                                .instances())
                .containsExactly(new Instance("-", "-", true, "/etc/postfix"));
    }

    @Test
    void survivesDamage() {
        Mutations.of(
                OUTPUT.getBytes(StandardCharsets.UTF_8),
                10_000,
                bytes -> Probe.parse(new String(bytes, StandardCharsets.UTF_8), Instant.EPOCH));
    }
}
