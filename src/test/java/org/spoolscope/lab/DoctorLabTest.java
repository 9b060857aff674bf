package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Capability.Kind;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.monitor.Doctor;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.postfix.Grants;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// What `doctor` says, and that each line it names really grants.
@Tag("lab")
final class DoctorLabTest {
    @RegisterExtension final Lab lab = new Lab();

    @Test
    void anAccountSetUpAsDocumentedMayEverythingButReadMessages() throws Exception {
        assertThat(examine())
                .filteredOn(capability -> !capability.granted())
                .extracting(Capability::kind)
                .containsExactly(Kind.READ_MESSAGES);
    }

    @ParameterizedTest
    @CsvSource({"mailq-users, LIST_QUEUE", "flush-users, FLUSH", "log, READ_LOG"})
    void theLineItNamesGrants(String fault, Kind kind) throws Exception {
        assertThat(verdict(kind).granted()).isTrue();
        lab.fault(fault);
        Capability denied = verdict(kind);
        assertThat(denied.granted()).isFalse();
        assertThat(denied.evidence()).isNotBlank();
        var _ = lab.inside("sh", "-ec", denied.grant());
        assertThat(verdict(kind).granted()).as(denied.grant()).isTrue();
    }

    @Test
    void theRulesItNamesLetActAndReadMessages() throws Exception {
        lab.fault("sudo");
        Capability act = verdict(Kind.ACT_AS_ROOT);
        Capability read = verdict(Kind.READ_MESSAGES);
        assertThat(act.granted()).isFalse();
        assertThat(read.granted()).isFalse();
        assertThat(act.grant().lines()).hasSize(2 * Grants.POSTSUPER.size());
        var _ =
                lab.inside(
                        "sh",
                        "-ec",
                        "printf '%s\\n' \"$1\" >/etc/sudoers.d/spoolscope-lab;"
                                + " chmod 440 /etc/sudoers.d/spoolscope-lab; visudo -cq",
                        "grant",
                        act.grant() + "\n" + read.grant());
        assertThat(verdict(Kind.ACT_AS_ROOT).granted()).isTrue();
        assertThat(verdict(Kind.READ_MESSAGES).granted()).isTrue();
    }

    @Test
    void theLabsRulesAreTheDocumentedOnes() throws Exception {
        assertThat(Files.readString(Path.of("src/lab/etc/sudoers")))
                .isEqualTo(Grants.standard("ops").sudoersFile(Lab.CONFIG_DIRECTORIES));
    }

    @Test
    void theConnectionTestOfTheDialogPasses() throws Exception {
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            assertThat(watched.fleet().test(lab.server()))
                    .isInstanceOfSatisfying(
                            ConnectionTest.Passed.class,
                            passed -> {
                                assertThat(passed.facts().hostName()).isEqualTo("mail.example");
                                assertThat(passed.facts().instances()).hasSize(2);
                                assertThat(passed.facts().logFile()).isEqualTo("/var/log/mail.log");
                            });
        }
    }

    private Capability verdict(Kind kind) throws Exception {
        return examine().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /// Over a new connection: memberships in groups hold from the next login on.
    private List<Capability> examine() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            return Doctor.examine(
                    connection, ServerProbe.of(connection, InstantSource.system()), lab.server());
        }
    }
}
