package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.ssh.RemoteNet;

class DoctorCommandTest {
    static final String FACTS =
            """
            user\tops
            config\t/etc/postfix
            default_config\t/etc/postfix
            postsuper\t/usr/sbin/postsuper
            postcat\t/usr/sbin/postcat
            mailq_users\tstatic:anyone
            flush_users\tstatic:anyone
            log\t/var/log/mail.log
            log_group\tadm
            """;
    static final String VERDICTS =
            """
            LIST_QUEUE\tyes\t12 messages
            FLUSH\tyes\t
            READ_LOG\tno\tcan't open /var/log/mail.log
            ACT_AS_ROOT\tno\tsudo: a password is required
            READ_MESSAGES\tno\tsudo: a password is required
            SAMPLE_HOST\tyes\t/proc
            """;

    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private final TestingDns dns = TestingDns.start();
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        postfix.answer("resolver", 0, "conf\tnameserver 192.0.2.53\n", "");
        postfix.answer("doctor", 0, FACTS + VERDICTS, "");
        cli = new TestingCli(folder, postfix);
        cli.server.forward(
                (host, port) -> host.equals("192.0.2.53") && port == 53 ? dns.address() : null);
    }

    @AfterEach
    void stop() {
        cli.close();
        dns.close();
    }

    @Test
    void saysWhatWorksAndWhatWouldGrantTheRest() {
        TestingCli.Run run = cli.run("doctor", "mail1");

        assertThat(run.out().replaceAll("SHA256:\\S+", "SHA256:…"))
                .isEqualTo(QueueCommandTest.resource("doctor.txt"));
        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysItInJson() {
        assertThat(cli.run("doctor", "mail1", "--json").out())
                .isEqualTo(QueueCommandTest.resource("doctor.jsonl"));
    }

    @Test
    void isContentWhenAllIsGranted() {
        postfix.answer("doctor", 0, FACTS + VERDICTS.replace("\tno\t", "\tyes\t"), "");

        assertThat(cli.run("doctor", "mail1").status()).isZero();
    }

    @Test
    void saysWhatWouldLetAskTheResolver() {
        cli.server.forward(RemoteNet.FORBIDDEN);

        assertThat(cli.run("doctor", "mail1").out())
                .endsWith(
                        """
                        no   ask the server's resolver  (192.0.2.53 of mail1, through SSH: sshd forwards nothing for this account; none of dig, drill and host is installed)
                             To grant it, as root on the server:
                               apt-get install bind9-dnsutils
                               # /etc/ssh/sshd_config
                               Match User ops
                                   AllowTcpForwarding local
                                   PermitOpen 192.0.2.53:53
                        """);
    }

    @Test
    void asksForEachInstance() {
        postfix.answer("probe", 0, TestingPostfix.PROBE + TestingPostfix.SECOND_INSTANCE, "");
        postfix.answer(
                "doctor '/etc/postfix' '' ''",
                0,
                FACTS + VERDICTS.replace("\tno\t", "\tyes\t"),
                "");
        postfix.answer(
                "doctor '/etc/postfix-out' '' ''",
                0,
                FACTS.replace("config\t/etc/postfix\ndefault", "config\t/etc/postfix-out\ndefault")
                        + VERDICTS,
                "");

        assertThat(cli.run("doctor", "mail1", "--json").out())
                .contains("\"evidence\":\"postfix-out: sudo: a password is required\"")
                .doesNotContain("-: ", "postsuper -h")
                .contains("-c /etc/postfix-out");
    }
}
