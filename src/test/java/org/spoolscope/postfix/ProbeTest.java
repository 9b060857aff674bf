package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
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
            setting\tminimal_backoff_time\t60
            setting\tmaximal_backoff_time\t1h
            setting\tqueue_run_delay\t45s
            setting\tmaximal_queue_lifetime\t2
            setting\tbounce_queue_lifetime\t1d
            setting\tqmgr_message_active_limit\t50000
            setting\tdefault_destination_concurrency_limit\t0
            setting\tsyslog_name\tpostfix-in
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
                        new Instance("-", "-", true, "/etc/postfix")
                                .with(
                                        new InstanceSettings(
                                                Duration.ofSeconds(60),
                                                Duration.ofHours(1),
                                                Duration.ofSeconds(45),
                                                Duration.ofDays(2),
                                                Duration.ofDays(1),
                                                50_000,
                                                0,
                                                "postfix-in")),
                        new Instance("postfix-out", "bulk", false, "/etc/postfix-out"));
    }

    @Test
    void whatCannotBeReadIsPostfixsDefault() {
        InstanceSettings read =
                Probe.parse(
                                """
                                setting\tqueue_run_delay\t7
                                instance\tpostfix-out\tbulk\ty\t/etc/postfix-out
                                setting\tminimal_backoff_time\t0
                                setting\tmaximal_backoff_time\t$minimal_backoff_time
                                setting\tqueue_run_delay\t-5s
                                setting\tmaximal_queue_lifetime\t99999w
                                setting\tbounce_queue_lifetime\t0
                                setting\tqmgr_message_active_limit\tmany
                                setting\tsyslog_name\t${multi_instance_name:postfix}
                                """,
                                Instant.EPOCH)
                        .facts()
                        .instances()
                        .getFirst()
                        .settings();

        assertThat(read)
                .isEqualTo(
                        new InstanceSettings(
                                Duration.ofSeconds(300),
                                Duration.ofSeconds(4000),
                                Duration.ofSeconds(300),
                                Duration.ofDays(5),
                                Duration.ZERO,
                                20_000,
                                20,
                                "postfix-out"));
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
