package org.spoolscope.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.history.MailHistory;

/// Watches the lab as the application does and counts one of its logs into a history, until it is
/// killed. Arguments: the lab's folder, its port, the file, the history.
public final class KilledConsole {
    private static final Duration KEEP_EVERY = Duration.ofMillis(100);
    private static final long AGAIN = 2L << 20;

    private KilledConsole() {}

    public static void main(String[] args) throws Exception {
        LabLogin lab = LabLogin.of(args);
        Ssh ssh = new Ssh(lab.settings());
        FollowSettings pace =
                FollowSettings.DEFAULT
                        .withPace(
                                Duration.ofMillis(50),
                                Duration.ofMillis(100),
                                Duration.ofMillis(200))
                        .withFirstBytes(AGAIN);
        LogSettings logs =
                LogSettings.builtIn()
                        .keeping(MailHistory.open(Path.of(args[3])))
                        .keepingEvery(KEEP_EVERY)
                        .following(pace);
        ServerConfig server = lab.server().withLog(args[2]);
        var _ =
                new Fleet(
                        ssh,
                        List.of(server),
                        MonitorSettings.DEFAULT,
                        logs,
                        InstantSource.system(),
                        Sleeper.REAL,
                        new Random());
        Sleeper.REAL.sleep(Duration.ofDays(1));
    }
}
