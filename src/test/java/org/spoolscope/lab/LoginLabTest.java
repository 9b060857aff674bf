package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Logging in to a real OpenSSH server.
@Tag("lab")
final class LoginLabTest {
    private static final byte[] NOTHING = {};

    @RegisterExtension final Lab lab = new Lab();

    @ParameterizedTest
    @ValueSource(strings = {"id_ed25519", "id_ecdsa", "id_rsa", "id_encrypted"})
    void everyKindOfKeyLogsIn(String key) throws Exception {
        ServerConfig server = lab.server().withIdentity(lab.operator(key).toString());
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection =
                        ssh.connect(
                                server,
                                file -> file.endsWith("encrypted") ? "lab".toCharArray() : null)) {
            assertThat(connection.run(command("id -un"), NOTHING, Budget.SMALL).text())
                    .isEqualTo("ops\n");
        }
    }

    @Test
    void encryptedKeysAskForTheirPassphrase() {
        assertThat(failure("id_encrypted", Passphrases.NONE))
                .isEqualTo(
                        new LinkFailure.PassphraseNeeded(
                                lab.operator("id_encrypted").toString(), false));
        assertThat(failure("id_encrypted", _ -> "wrong".toCharArray()))
                .isEqualTo(
                        new LinkFailure.PassphraseNeeded(
                                lab.operator("id_encrypted").toString(), true));
    }

    @Test
    void aStrangersKeyIsRefused() {
        assertThat(failure("id_stranger", Passphrases.NONE))
                .isInstanceOfSatisfying(
                        LinkFailure.AuthenticationRefused.class,
                        refused -> assertThat(refused.user()).isEqualTo("ops"));
    }

    /// S1: the server has keys of three types, known_hosts one of them, hashed.
    @Test
    void oneHashedKeyOnFileIsEnough() throws Exception {
        Path knownHosts = lab.operator("known_hosts_ed25519_hashed");
        assertThat(Files.readString(knownHosts)).startsWith("|1|").hasLineCount(1);
        try (Ssh ssh = new Ssh(lab.settings(knownHosts, Duration.ofSeconds(15)));
                SshConnection connection = lab.connect(ssh)) {
            assertThat(connection.hostKeyFingerprint()).isEqualTo(fingerprint("host_ed25519"));
        }
    }

    /// S2.
    @Test
    void aChangedHostKeyIsRefusedWithBothFingerprints() throws Exception {
        String before = fingerprint("host_ed25519");
        lab.fault("hostkey");
        assertThat(failure("id_ed25519", Passphrases.NONE))
                .isInstanceOfSatisfying(
                        LinkFailure.HostKeyChanged.class,
                        changed -> {
                            assertThat(changed.knownFingerprint()).isEqualTo(before);
                            assertThat(changed.shownFingerprint())
                                    .isEqualTo(fingerprint("changed_ed25519"));
                            assertThat(changed.where()).contains("known_hosts:1");
                        });
    }

    /// S5.
    @Test
    void anUnreadableKnownHostsFailsClosed(@TempDir Path folder) throws Exception {
        try (Ssh ssh = new Ssh(lab.settings(folder, Duration.ofSeconds(15)))) {
            assertThat(catchThrowableOfType(SshException.class, () -> lab.connect(ssh)).failure())
                    .isInstanceOf(LinkFailure.KnownHostsUnreadable.class);
        }
    }

    /// S14. The times are printed; what is asserted leaves room for a busy machine.
    @Test
    void aThousandCommandsRoundTrip() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            long[] nanos = new long[1_000];
            for (int warmUp = 0; warmUp < 200; warmUp++) {
                var _ = connection.run(command(":"), NOTHING, Budget.SMALL);
            }
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                assertThat(connection.run(command("echo " + i), NOTHING, Budget.SMALL).text())
                        .isEqualTo(i + "\n");
                nanos[i] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "exec round trip, %d times: median %.2f ms, p99 %.2f ms%n",
                    nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6);
            assertThat(nanos[nanos.length / 2]).isLessThan(Duration.ofMillis(40).toNanos());
        }
    }

    private LinkFailure failure(String key, Passphrases passphrases) {
        ServerConfig server = lab.server().withIdentity(lab.operator(key).toString());
        try (Ssh ssh = new Ssh(lab.settings())) {
            return catchThrowableOfType(
                            SshException.class, () -> ssh.connect(server, passphrases).close())
                    .failure();
        }
    }

    /// As `ssh-keygen -l` prints it.
    private String fingerprint(String key) {
        return Lab.run(
                        java.util.List.of(
                                "ssh-keygen", "-lf", lab.folder.resolve("ssh/" + key).toString()))
                .split(" ")[1];
    }

    private static org.spoolscope.model.RemoteCall command(String script) {
        return new RemoteCommand("test", script).call();
    }
}
