package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.EmbeddedSshServer;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshSettings;

/// Over SSH, against a server that runs the real script.
@Timeout(60)
class LogFollowerTest {
    @TempDir Path folder;

    @Test
    void twoFilesOverOneLoopUntilItIsInterrupted() throws Exception {
        Path first = Files.writeString(folder.resolve("a"), "a1\na2\n");
        Path second = Files.writeString(folder.resolve("b"), "b1\n".repeat(300_000));
        Path key = folder.resolve("key");
        EmbeddedSshServer.writeKeyPair(key);
        Handed handed = new Handed();
        try (EmbeddedSshServer server =
                        EmbeddedSshServer.start(
                                0,
                                Files.readString(folder.resolve("key.pub")),
                                LogFollowerTest::shell);
                Ssh ssh = new Ssh(settings(key, server));
                SshConnection connection =
                        ssh.connect(
                                ServerConfig.of("mail1", "127.0.0.1").withPort(server.port()),
                                Passphrases.NONE)) {
            int[] pauses = {0};
            LogFollower follower =
                    new LogFollower(
                            connection,
                            List.of(first.toString(), second.toString()),
                            handed.position,
                            handed,
                            FollowSettings.DEFAULT,
                            InstantSource.system(),
                            _ -> {
                                if (pauses[0]++ == 3) {
                                    Thread.currentThread().interrupt();
                                }
                            },
                            () -> 0);
            Thread thread = Thread.currentThread();
            assertThat(thread.isInterrupted()).isFalse();
            try {
                follower.run();
            } catch (InterruptedException e) {
                assertThat(pauses[0]).isEqualTo(4);
            }
        }
        assertThat(handed.all).hasSize(300_002).startsWith("a1", "a2", "b1").endsWith("b1");
        assertThat(handed.position.files()).hasSize(2);
        assertThat(handed.troubles).isEmpty();
    }

    private SshSettings settings(Path key, EmbeddedSshServer server) throws IOException {
        Path known =
                Files.writeString(
                        folder.resolve("known_hosts"),
                        "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        Duration time = Duration.ofSeconds(20);
        return new SshSettings("ops", List.of(known), List.of(key), time, time, 3);
    }

    private static int shell(String line, InputStream in, OutputStream out, OutputStream err)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", line).start();
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try (OutputStream to = process.getOutputStream()) {
                                byte[] some = new byte[1024];
                                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                                    to.write(some, 0, n);
                                    to.flush();
                                }
                            } catch (IOException e) {
                                process.destroy();
                            }
                        });
        InputStream answers = process.getInputStream();
        byte[] some = new byte[32 << 10];
        for (int n = answers.read(some); n >= 0; n = answers.read(some)) {
            out.write(some, 0, n);
            out.flush();
        }
        asking.interrupt();
        return process.waitFor();
    }
}
