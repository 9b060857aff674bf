package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.LinkFailure;

/// Servers with several host keys, or with a host certificate.
class HostKeysTest {
    @TempDir Path folder;

    /// Goal S1.
    @ParameterizedTest
    @ValueSource(strings = {"ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa"})
    void theOneKeyOnFileIsAskedFor(String type) throws Exception {
        KeyPair known = KeyUtils.generateKeyPair(type, type.equals("ssh-rsa") ? 2048 : 256);
        List<KeyPair> keys = new ArrayList<>(List.of(known));
        for (String other : List.of("ssh-ed25519", "ecdsa-sha2-nistp256")) {
            if (!other.equals(type)) {
                keys.add(KeyUtils.generateKeyPair(other, 256));
            }
        }
        SshServer server = SshServer.setUpDefaultServer();
        try (server) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(keys));
            server.setPublickeyAuthenticator((_, _, _) -> true);
            server.start();
            Files.writeString(
                    folder.resolve("known_hosts"),
                    HostPatterns.hash("[127.0.0.1]:" + server.getPort())
                            + " "
                            + PublicKeyEntry.toString(known.getPublic()));

            assertThat(connect(server.getPort())).isNull();
        }
    }

    /// Goals S3 and S4.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # known_hosts,           principal,        what comes of it
                    @cert-authority * CA,    127.0.0.1,        -
                    @cert-authority * CA,    mail1.example.no, HostKeyUnknown
                    @cert-authority * HOST,  127.0.0.1,        HostKeyUnknown
                    [127.0.0.1]:PORT HOST,   127.0.0.1,        -
                    [127.0.0.1]:PORT CA,     127.0.0.1,        HostKeyChanged
                    """)
    void aCertificateOrThePlainKeyIsEnough(
            String known, String principal, @Nullable String expected) throws Exception {
        KeyPair host = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        KeyPair authority = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        OpenSshCertificate certificate =
                OpenSshCertificateBuilder.hostCertificate()
                        .publicKey(host.getPublic())
                        .id("mail1")
                        .principals(List.of(principal))
                        .sign(authority);
        SshServer server = SshServer.setUpDefaultServer();
        try (server) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(host));
            server.setHostKeyCertificateProvider(_ -> List.of(certificate));
            server.setPublickeyAuthenticator((_, _, _) -> true);
            server.start();
            Files.writeString(
                    folder.resolve("known_hosts"),
                    known.replace("PORT", String.valueOf(server.getPort()))
                            .replace("HOST", PublicKeyEntry.toString(host.getPublic()))
                            .replace(" CA", " " + PublicKeyEntry.toString(authority.getPublic())));

            LinkFailure failure = connect(server.getPort());

            assertThat(failure == null ? null : failure.getClass().getSimpleName())
                    .isEqualTo(expected);
        }
    }

    private @Nullable LinkFailure connect(int port) throws Exception {
        Path key = folder.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(key);
        Duration time = Duration.ofSeconds(20);
        SshSettings settings =
                new SshSettings(
                        "ops", List.of(folder.resolve("known_hosts")), List.of(key), time, time, 3);
        try (Ssh ssh = new Ssh(settings);
                SshConnection connection = ssh.connect(TestingSsh.at(port), Passphrases.NONE)) {
            assertThat(connection.hostKeyFingerprint()).startsWith("SHA256:");
            return null;
        } catch (SshException e) {
            return e.failure();
        }
    }
}
