package org.spoolscope.monitor.follow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.LogRequest;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Follows the log files of one server over one connection, all through one remote shell loop. Made
/// anew for each connection, with the last position that the sink was told.
public final class LogFollower {
    /// How many files one loop can follow: a slot for each, one for a file that was just rotated,
    /// one for looking.
    public static final int MOST_FILES = LogRequest.LAST_SLOT - LogRequest.FIRST_SLOT - 1;

    private static final Budget UNBOUNDED = new Budget(Long.MAX_VALUE, Duration.ofDays(3650));

    private final SshConnection connection;
    private final TailLoop loop;
    private final FollowSettings settings;
    private final LineSink sink;
    private final Pause pause;

    /// @param paths of the live files, at most [#MOST_FILES]
    /// @param clock for the time in a gap
    /// @param ioPressure the server's, 0 to 1
    public LogFollower(
            SshConnection connection,
            List<String> paths,
            LogPosition position,
            LineSink sink,
            FollowSettings settings,
            InstantSource clock,
            Pause pause,
            DoubleSupplier ioPressure) {
        if (paths.size() > MOST_FILES) {
            throw new IllegalArgumentException("more than " + MOST_FILES + " files");
        }
        this.connection = connection;
        this.settings = settings;
        this.sink = sink;
        this.pause = pause;
        this.loop =
                new TailLoop(
                        paths,
                        position,
                        sink,
                        settings,
                        clock,
                        System::nanoTime,
                        pause,
                        ioPressure);
    }

    /// Follows until the thread is interrupted, as it has to be when the link is lost.
    public void run() throws InterruptedException {
        while (true) {
            sink.trouble(followUntilItEnds());
            pause.pause(settings.againAfterFailure());
        }
    }

    /// Returns why it ended.
    private String followUntilItEnds() throws InterruptedException {
        try (RemoteProcess process = connection.start(LogCommands.READ.call(), UNBOUNDED)) {
            try {
                loop.run(process.stdout(), process.stdin());
                return "";
            } catch (EOFException e) {
                return ending(process.waitFor(), process.stderr());
            } catch (InterruptedIOException e) {
                throw Interruption.of(e);
            } catch (IOException e) {
                return Words.get("follow.ended", String.valueOf(e.getMessage())).toString();
            }
        } catch (SshException e) {
            return Wording.of(e.failure()).headline().toString();
        }
    }

    /// Empty when the link was lost: whoever keeps it says so.
    private static String ending(Exit exit, String said) {
        return exit instanceof Exit.LinkLost
                ? ""
                : Words.get("follow.ended", (exit.text() + " " + said).strip()).toString();
    }
}
