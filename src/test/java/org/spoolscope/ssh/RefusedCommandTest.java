package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ssh.TestingSsh.BUDGET;
import static org.spoolscope.ssh.TestingSsh.call;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal S15, our half: a server that runs no (more) commands does not look like a lost link.
class RefusedCommandTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "channel, Unsupported channel type: session",
        "exec,    the server does not run commands for this account"
    })
    void aRefusedCommandIsNoLostLink(String what, String why) throws Exception {
        KeyPair host = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        SshServer server = SshServer.setUpDefaultServer();
        try (server;
                TestingSsh testing = TestingSsh.with(folder, (_, _, _, _) -> 0)) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(host));
            server.setPublickeyAuthenticator((_, _, _) -> true);
            if (what.equals("channel")) {
                server.setChannelFactories(List.of(DirectTcpipFactory.INSTANCE));
            }
            server.start();
            Files.writeString(
                    testing.knownHosts,
                    "[127.0.0.1]:%d %s\n"
                            .formatted(
                                    server.getPort(), PublicKeyEntry.toString(host.getPublic())));
            try (SshConnection connection = testing.connect(server.getPort())) {
                Output output = connection.run(call("true"), new byte[0], BUDGET);

                assertThat(output.exit()).isEqualTo(new Exit.Refused(why));
                assertThat(connection.lost()).isNotDone();
            }
        }
    }
}
