package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Capability.Kind;

class DoctorTest {
    private static final String OUTPUT =
            """
            user\tops
            config\t/etc/postfix-out
            default_config\t/etc/postfix
            postsuper\t/usr/sbin/postsuper
            postcat\t/usr/sbin/postcat
            mailq_users\troot, postmaster
            flush_users\t!ops, static:anyone
            LIST_QUEUE\tno\tpostqueue: fatal: User ops(1000) is not allowed to view the mail queue
            FLUSH\tno\tpostqueue: fatal: User ops(1000) is not allowed to flush the mail queue
            log\t/var/log/mail.log
            log_group\tadm
            READ_LOG\tno\thead: /var/log/mail.log: Permission denied
            ACT_AS_ROOT\tno\tsudo: a password is required
            READ_MESSAGES\tno\tcan't be read
            SAMPLE_HOST\tyes\t/proc/stat can be read
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LIST_QUEUE     | postconf -c /etc/postfix-out -e 'authorized_mailq_users = ops, root, postmaster'
                    FLUSH          | postconf -c /etc/postfix-out -e 'authorized_flush_users = ops, !ops, static:anyone'
                    READ_LOG       | usermod -aG adm ops
                    READ_MESSAGES  | ops ALL=(root) NOPASSWD: /usr/sbin/postcat ^-c /etc/postfix-out -e -h -q [0-9A-Za-z]+$
                    """)
    void saysWhatWouldGrantIt(Kind kind, String grant) {
        Capability capability = Doctor.parse(OUTPUT).get(kind.ordinal());

        assertThat(capability.kind()).isEqualTo(kind);
        assertThat(capability.granted()).isFalse();
        assertThat(capability.grant()).isEqualTo(grant);
    }

    @Test
    void namesEverySudoRule() {
        assertThat(Doctor.parse(OUTPUT).get(Kind.ACT_AS_ROOT.ordinal()).grant().lines())
                .containsExactly(
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /etc/postfix-out -h -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /etc/postfix-out -H -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /etc/postfix-out -r -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /etc/postfix-out -e -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /etc/postfix-out -d - hold");
    }

    @Test
    void hasOneVerdictPerKindOfItsOwnAndNoGrantForWhatWorks() {
        List<Capability> capabilities = Doctor.parse(OUTPUT);

        assertThat(capabilities)
                .extracting(Capability::kind)
                .containsExactly(
                        Kind.LIST_QUEUE,
                        Kind.FLUSH,
                        Kind.READ_LOG,
                        Kind.ACT_AS_ROOT,
                        Kind.READ_MESSAGES,
                        Kind.SAMPLE_HOST);
        assertThat(capabilities.get(Kind.SAMPLE_HOST.ordinal()))
                .isEqualTo(new Capability(Kind.SAMPLE_HOST, true, "/proc/stat can be read", ""));
        assertThat(Doctor.parse("").getFirst().evidence())
                .isEqualTo("the check ended before this was tried");
    }

    @Test
    void tellsToStartPostfixWhereItIsDown() {
        String down =
                "LIST_QUEUE\tno\tpostqueue: fatal: Queue report unavailable - mail system is down\n";

        assertThat(Doctor.parse(down).getFirst().grant()).isEqualTo("postfix start");
    }

    @Test
    void survivesDamage() {
        Mutations.of(
                OUTPUT.getBytes(StandardCharsets.UTF_8),
                10_000,
                bytes ->
                        assertThat(Doctor.parse(new String(bytes, StandardCharsets.UTF_8)))
                                .hasSize(Kind.values().length - 1));
    }
}
