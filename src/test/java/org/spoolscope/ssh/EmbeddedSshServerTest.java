package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.spoolscope.ssh.TestingSsh.BUDGET;
import static org.spoolscope.ssh.TestingSsh.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LinkFailure.NotReached.Cause;

class EmbeddedSshServerTest {
    private static final byte[] NO_INPUT = new byte[0];

    @TempDir Path folder;

    @Test
    void stoppedItIsGoneAndResumedItIsTheSame() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, (_, _, _, _) -> 3)) {
            int port = testing.server.port();
            SshConnection connection = testing.connect();
            testing.server.stop();

            assertThat(connection.lost().join()).isInstanceOf(LinkFailure.Lost.class);
            LinkFailure failure =
                    catchThrowableOfType(SshException.class, testing::connect).failure();
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            LinkFailure.NotReached.class,
                            reached ->
                                    assertThat(reached.cause())
                                            .isEqualTo(Cause.CONNECTION_REFUSED));

            testing.server.resume();
            testing.server.resume();
            assertThat(testing.server.port()).isEqualTo(port);
            try (SshConnection again = testing.connect()) {
                assertThat(again.run(call("true"), NO_INPUT, BUDGET).exit())
                        .isEqualTo(new Exit.Status(3));
            }
        }
    }

    @Test
    void aPortCanBeUsedAgainAtOnce() throws Exception {
        Path key = folder.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(key);
        String authorized = Files.readString(folder.resolve("id_ed25519.pub"));
        int port;
        try (EmbeddedSshServer first = EmbeddedSshServer.start(0, authorized, (_, _, _, _) -> 0)) {
            port = first.port();
        }
        try (EmbeddedSshServer second =
                EmbeddedSshServer.start(port, authorized, (_, _, _, _) -> 0)) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    @Test
    void aShellThatThrowsIsAFailedCommand() throws Exception {
        RemoteShell broken =
                (_, _, _, _) -> {
                    throw new IOException("no such thing");
                };
        try (TestingSsh testing = TestingSsh.with(folder, broken);
                SshConnection connection = testing.connect()) {
            Output output = connection.run(call("true"), NO_INPUT, BUDGET);

            assertThat(output.exit()).isEqualTo(new Exit.Status(255));
            assertThat(output.stderr()).contains("no such thing");
        }
    }

    @Test
    void whatIsNoPublicKeyIsRefused() {
        assertThatThrownBy(() -> EmbeddedSshServer.start(0, "nonsense", (_, _, _, _) -> 0))
                .isInstanceOf(IOException.class);
    }

    @Test
    void fiftyServersShareTheirThreads() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, (_, _, _, _) -> 0)) {
            testing.connect().close();
            int before = Thread.getAllStackTraces().size();
            String authorized = Files.readString(folder.resolve("id_ed25519.pub"));
            List<EmbeddedSshServer> servers = new ArrayList<>();
            List<SshConnection> connections = new ArrayList<>();
            StringBuilder known = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                EmbeddedSshServer server =
                        EmbeddedSshServer.start(0, authorized, (_, _, _, _) -> 0);
                servers.add(server);
                known.append("[127.0.0.1]:%d %s\n".formatted(server.port(), server.hostKey()));
            }
            Files.writeString(testing.knownHosts, known);
            for (EmbeddedSshServer server : servers) {
                SshConnection connection = testing.connect(server.port());
                connections.add(connection);
                assertThat(connection.run(call("true"), NO_INPUT, BUDGET).ok()).isTrue();
            }

            assertThat(Thread.getAllStackTraces().size() - before).isLessThan(20);
            connections.forEach(SshConnection::close);
            servers.forEach(EmbeddedSshServer::close);
        }
    }
}
