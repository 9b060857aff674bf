package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

final class LogLoopTest {
    /// What can't be read now may be there again in a moment (a rotation), or be granted later.
    @Test
    void looksAgainSoonAndThenSeldom() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        Sleeper sleeper =
                pause -> {
                    pauses.add(pause);
                    if (pauses.size() == 3) {
                        throw new InterruptedException();
                    }
                };
        try (DemoFleet demo = DemoFleet.start(7, 3, 1);
                Ssh ssh = new Ssh(demo.settings())) {
            ServerConfig unreadable = demo.servers().getLast();
            try (SshConnection connection = ssh.connect(unreadable, Passphrases.NONE)) {
                LogSettings settings = LogSettings.builtIn();
                Inbox inbox = new Inbox();
                LogLoop loop =
                        new LogLoop(
                                connection,
                                unreadable,
                                ServerProbe.of(connection, demo.clock()),
                                new LogCollector(
                                        "mail3",
                                        inbox,
                                        new QueueFeed(
                                                unreadable,
                                                inbox,
                                                new NextLook(),
                                                Duration.ZERO,
                                                demo.clock(),
                                                System::nanoTime),
                                        settings,
                                        1 << 20,
                                        demo.clock(),
                                        System::nanoTime),
                                settings,
                                demo.clock(),
                                sleeper,
                                new NextLook(),
                                () -> 0);
                assertThatThrownBy(loop::run).isInstanceOf(InterruptedException.class);
            }
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }
}
