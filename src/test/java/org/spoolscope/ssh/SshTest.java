package org.spoolscope.ssh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.MissingAttachedSessionException;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;

class SshTest {
    private static final RemoteShell NOTHING = (_, _, _, _) -> 0;
    private static final Identities.Offer NO_KEY =
            new Identities.Offer(List.of(), List.of(), List.of(), Optional.empty());

    @TempDir Path folder;

    @Test
    void anUnknownKeyIsTrustedOnceItIsAccepted() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            Files.delete(testing.knownHosts);
            LinkFailure.HostKeyUnknown unknown =
                    (LinkFailure.HostKeyUnknown) failure(testing, testing.server.port());
            assertThat(unknown.hostAndPort()).isEqualTo("[127.0.0.1]:" + testing.server.port());
            assertThat("ssh-ed25519 " + unknown.keyBase64()).isEqualTo(testing.server.hostKey());

            testing.ssh.trust(unknown);
            testing.ssh.trust(unknown);

            assertThat(testing.knownHosts)
                    .hasContent(unknown.hostAndPort() + " " + testing.server.hostKey());
            try (SshConnection connection = testing.connect()) {
                assertThat(connection.hostKeyFingerprint()).isEqualTo(unknown.fingerprint());
            }
        }
    }

    /// Goal S2.
    @Test
    void aChangedKeyIsRefused() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            testing.connect().close();
            testing.server.changeHostKey();

            assertThat(failure(testing, testing.server.port()))
                    .isInstanceOfSatisfying(
                            LinkFailure.HostKeyChanged.class,
                            changed ->
                                    assertThat(changed.knownFingerprint())
                                            .isNotEqualTo(changed.shownFingerprint()));
        }
    }

    /// On a busy machine the connection has ended before MINA announces it, and all it says then is
    /// that there is none.
    @Test
    void aRefusedHostKeyIsNamedWhateverMinaSaysAfterIt() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING);
                SshClient client = ClientSetup.start(Duration.ofSeconds(20))) {
            testing.server.changeHostKey();
            Attempt attempt = attempt(testing);
            Login login = new Login(client, attempt, NO_KEY, Duration.ofSeconds(20));

            SshException refused = catchThrowableOfType(SshException.class, login::run);
            assertThat(refused.failure()).isInstanceOf(LinkFailure.HostKeyChanged.class);
            assertThat(ofForgotten(attempt)).isEqualTo(refused.failure());
            assertThat(Diagnosis.timedOut(attempt.target(), requireNonNull(attempt.session())))
                    .isEqualTo(refused.failure());
        }
    }

    @Test
    void whatMinaHasForgottenWasClosed() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING);
                SshClient client = ClientSetup.start(Duration.ofSeconds(20))) {
            Attempt attempt = attempt(testing);
            Login login = new Login(client, attempt, NO_KEY, Duration.ofSeconds(20));

            assertThatThrownBy(login::run).isInstanceOf(SshException.class);
            assertThat(ofForgotten(attempt))
                    .isEqualTo(
                            new LinkFailure.NotReached(
                                    LinkFailure.NotReached.Cause.CLOSED,
                                    attempt.target() + ": closed by the other side"));
        }
    }

    private static LinkFailure ofForgotten(Attempt attempt) {
        return Diagnosis.ofLogin(
                new MissingAttachedSessionException("none"),
                requireNonNull(attempt.session()),
                attempt.target(),
                NO_KEY);
    }

    private static Attempt attempt(TestingSsh testing) throws SshException {
        Target target =
                Target.of(
                        TestingSsh.at(testing.server.port()),
                        testing.settings(Duration.ofSeconds(15), Duration.ofSeconds(20)));
        return new Attempt(
                target,
                KnownHosts.read(List.of(testing.knownHosts), new Home(testing.folder), target));
    }

    /// MINA's own end of waiting for a connection may come before ours.
    @Test
    void aConnectionThatTakesTooLongIsNotRefused() {
        Target target = new Target("mail1.example.no", 22, "ops", null);
        assertThat(Diagnosis.ofTcp(new IOException("I/O connection time-out of 9ms"), target))
                .isEqualTo(
                        new LinkFailure.NotReached(
                                LinkFailure.NotReached.Cause.TIMED_OUT,
                                target + ": I/O connection time-out of 9ms"));
    }

    @Test
    void onlyAKeyCanBeTrusted() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            String key = testing.server.hostKey().split(" ", 2)[1];
            for (LinkFailure.HostKeyUnknown bad :
                    List.of(
                            unknown("mail1.example.no", "ssh-rsa", key),
                            unknown("mail1.example.no", "ssh-ed25519", "AAAA"),
                            unknown("mail1 *", "ssh-ed25519", key),
                            unknown("mail1\n*", "ssh-ed25519", key),
                            unknown("mail1,*", "ssh-ed25519", key),
                            unknown("*", "ssh-ed25519", key))) {
                assertThatThrownBy(() -> testing.ssh.trust(bad)).isInstanceOf(IOException.class);
            }
        }
    }

    private static LinkFailure.HostKeyUnknown unknown(String name, String type, String key) {
        return new LinkFailure.HostKeyUnknown(name, type, "", key, List.of());
    }

    @Test
    void aRefusedKeyIsNamed() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            Path stranger = folder.resolve("stranger");
            EmbeddedSshServer.writeKeyPair(stranger);
            ServerConfig server =
                    TestingSsh.at(testing.server.port())
                            .withUser("root")
                            .withIdentity(stranger.toString());

            assertThat(failure(testing.ssh, server))
                    .isEqualTo(
                            new LinkFailure.AuthenticationRefused(
                                    "root", List.of("ED25519 " + stranger)));
        }
    }

    @Test
    void aKeyThatWasIgnoredIsNamedWithTheRefusedOnes() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            Path stranger = folder.resolve("stranger");
            Path open = folder.resolve("open");
            EmbeddedSshServer.writeKeyPair(stranger);
            EmbeddedSshServer.writeKeyPair(open);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
            try (Ssh ssh = new Ssh(settings(testing, open, stranger, folder.resolve("no")))) {
                assertThat(failure(ssh, TestingSsh.at(testing.server.port())))
                        .isEqualTo(
                                new LinkFailure.AuthenticationRefused(
                                        "ops",
                                        List.of(
                                                "ED25519 " + stranger,
                                                open
                                                        + " (permissions are too open: chmod"
                                                        + " 600)")));
            }
        }
    }

    @Test
    void aLockedKeyIsAskedForWhenTheOthersAreRefused() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            Path locked = folder.resolve("locked");
            Path stranger = folder.resolve("stranger");
            TestingKeys.write(locked, KeyUtils.generateKeyPair("ssh-ed25519", 256), "secret");
            EmbeddedSshServer.writeKeyPair(stranger);
            ServerConfig server = TestingSsh.at(testing.server.port());
            try (Ssh ssh = new Ssh(settings(testing, locked, stranger))) {
                assertThat(failure(ssh, server))
                        .isEqualTo(new LinkFailure.PassphraseNeeded(locked.toString(), false));
            }
            try (Ssh ssh = new Ssh(settings(testing, locked, testing.key))) {
                ssh.connect(server, Passphrases.NONE).close();
            }
        }
    }

    /// Goal S8, as far as key files go.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    ssh-ed25519,         256,  -
                    ssh-ed25519,         256,  secret
                    ecdsa-sha2-nistp256, 256,  -
                    ecdsa-sha2-nistp384, 384,  secret
                    ecdsa-sha2-nistp521, 521,  -
                    ssh-rsa,             3072, -
                    ssh-rsa,             2048, secret
                    """)
    void everyKeyTypeLogsIn(String type, int size, @Nullable String passphrase) throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(type, size);
        Path key = folder.resolve("key");
        TestingKeys.write(key, pair, passphrase);
        String authorized = PublicKeyEntry.toString(pair.getPublic());
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING);
                EmbeddedSshServer server = EmbeddedSshServer.start(0, authorized, NOTHING);
                Ssh ssh = new Ssh(settings(testing, key))) {
            Files.writeString(
                    testing.knownHosts, "[127.0.0.1]:" + server.port() + " " + server.hostKey());
            Passphrases passphrases = _ -> passphrase == null ? null : passphrase.toCharArray();

            ssh.connect(TestingSsh.at(server.port()), passphrases).close();
        }
    }

    @Test
    void aServerWithWeakCiphersOnly() throws Exception {
        SshServer server = SshServer.setUpDefaultServer();
        try (server;
                TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(
                    KeyPairProvider.wrap(KeyUtils.generateKeyPair("ssh-ed25519", 256)));
            server.setCipherFactories(List.of(BuiltinCiphers.aes128cbc));
            server.start();

            assertThat(failure(testing, server.getPort()))
                    .isInstanceOfSatisfying(
                            LinkFailure.NotReached.class,
                            reached ->
                                    assertThat(reached.cause())
                                            .isEqualTo(
                                                    LinkFailure.NotReached.Cause
                                                            .NO_COMMON_ALGORITHM));
        }
    }

    private static SshSettings settings(TestingSsh testing, Path... identities) {
        Duration time = Duration.ofSeconds(20);
        return new SshSettings(
                "ops", List.of(testing.knownHosts), List.of(identities), time, time, 3);
    }

    @Test
    void aNameThatDoesNotResolve() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            assertThat(failure(testing.ssh, ServerConfig.of("x", "no-such-host.invalid")))
                    .isEqualTo(
                            new LinkFailure.NotReached(
                                    LinkFailure.NotReached.Cause.NAME_NOT_FOUND,
                                    "no-such-host.invalid"));
        }
    }

    @Test
    void aNameWithSeveralAddressesIsTriedAtEach() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            int port = testing.server.port();
            Files.writeString(
                    testing.knownHosts, "[localhost]:" + port + " " + testing.server.hostKey());

            testing.ssh
                    .connect(ServerConfig.of("x", "LocalHost").withPort(port), Passphrases.NONE)
                    .close();
        }
    }

    @Test
    void closedClientsConnectNoMore() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING)) {
            testing.ssh.close();
            assertThat(failure(testing, testing.server.port()))
                    .isInstanceOf(LinkFailure.NotReached.class);
        }
    }

    @Test
    void ordinaryTroubleIsNotLogged() throws Exception {
        StringBuilder logged = new StringBuilder();
        Handler handler = recorder(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try (TestingSsh testing = TestingSsh.with(folder, NOTHING, Duration.ofMillis(100))) {
            SshConnection connection = testing.connect();
            testing.server.dropConnections();
            connection.lost().join();
            testing.server.changeHostKey();
            assertThat(failure(testing, testing.server.port())).isNotNull();
        } finally {
            root.removeHandler(handler);
        }
        assertThat(logged).isEmpty();
    }

    private static Handler recorder(StringBuilder logged) {
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord entry) {
                        logged.append(entry.getLoggerName()).append(entry.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private static LinkFailure failure(TestingSsh testing, int port) {
        return failure(testing.ssh, TestingSsh.at(port));
    }

    private static LinkFailure failure(Ssh ssh, ServerConfig server) {
        return catchThrowableOfType(
                        SshException.class, () -> ssh.connect(server, Passphrases.NONE).close())
                .failure();
    }
}
