package org.spoolscope.lab;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.JournalFollower;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// Follows a file and the journal of the lab until it is killed, in the middle of a piece that it
/// does not take; prints an `x` when it is there. Arguments: the lab's folder, its port, the file.
public final class FollowingProgram {
    private FollowingProgram() {}

    public static void main(String[] args) throws Exception {
        LabLogin lab = LabLogin.of(args);
        Ssh ssh = new Ssh(lab.settings());
        SshConnection connection = lab.connect(ssh);
        LineSink stuck = new Stuck();
        Thread journal =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                new JournalFollower(
                                                connection,
                                                LogPosition.NONE,
                                                new Quiet(),
                                                FollowSettings.DEFAULT,
                                                InstantSource.system(),
                                                Sleeper.REAL::sleep)
                                        .run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        new LogFollower(
                        connection,
                        List.of(args[2]),
                        LogPosition.NONE,
                        stuck,
                        FollowSettings.DEFAULT,
                        InstantSource.system(),
                        Sleeper.REAL::sleep,
                        () -> 0)
                .run();
        journal.join();
    }

    private static class Quiet implements LineSink {
        @Override
        public void line(byte[] bytes, int from, int to) throws InterruptedException {}

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void position(LogPosition position) {}
    }

    /// Takes a line, and no more.
    private static final class Stuck extends Quiet {
        @Override
        public void line(byte[] bytes, int from, int to) throws InterruptedException {
            Sleeper.REAL.sleep(Duration.ofSeconds(1));
            System.out.print('x');
            System.out.flush();
            Sleeper.REAL.sleep(Duration.ofDays(1));
        }
    }
}
