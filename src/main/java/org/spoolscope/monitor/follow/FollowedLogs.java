package org.spoolscope.monitor.follow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogSource;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.SshConnection;

/// Follows all logs of one server over one connection: its files, and the journal where other
/// instances of Postfix log to that. Made anew for each connection, with the last position that the
/// sink was told.
public final class FollowedLogs {
    private final List<Following> followings = new ArrayList<>();
    private volatile @Nullable RuntimeException failure;

    /// @param sources that can't be read are left out
    /// @param ioPressure the server's, 0 to 1
    public FollowedLogs(
            SshConnection connection,
            List<LogSource> sources,
            LogPosition position,
            LineSink sink,
            FollowSettings settings,
            InstantSource clock,
            Pause pause,
            DoubleSupplier ioPressure) {
        List<String> files = new ArrayList<>();
        boolean journal = false;
        for (LogSource source : sources) {
            switch (source) {
                case LogSource.File(String path, _) -> files.add(path);
                case LogSource.Journal _ -> journal = true;
                case LogSource.None _, LogSource.Unreadable _ -> {}
            }
        }
        JointSink joint = new JointSink(sink, position);
        for (int from = 0; from < files.size(); from += LogFollower.MOST_FILES) {
            List<String> some =
                    files.subList(from, Math.min(files.size(), from + LogFollower.MOST_FILES));
            JointSink.Share share = joint.ofFiles(some);
            LogFollower follower =
                    new LogFollower(
                            connection, some, position, share, settings, clock, pause, ioPressure);
            followings.add(new Following("files", share, follower::run));
        }
        if (journal) {
            JointSink.Share share = joint.ofJournal();
            JournalFollower follower =
                    new JournalFollower(connection, position, share, settings, clock, pause);
            followings.add(new Following("journal", share, follower::run));
        }
    }

    /// Whether there is nothing to follow.
    public boolean isEmpty() {
        return followings.isEmpty();
    }

    /// Follows until the thread is interrupted, as it has to be when the link is lost. When it
    /// returns, nothing more is handed on.
    ///
    /// @throws RuntimeException when following or the sink failed with an error of our own
    public void run() throws InterruptedException {
        Thread caller = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        for (Following following : followings.subList(1, followings.size())) {
            String name = caller.getName() + " " + following.name();
            threads.add(Thread.ofVirtual().name(name).start(() -> runAside(following, caller)));
        }
        try {
            followings.getFirst().run();
        } catch (InterruptedException e) {
            if (failure != null) {
                throw failure;
            }
            throw e;
        } finally {
            threads.forEach(Thread::interrupt);
            threads.forEach(FollowedLogs::awaitEnd);
        }
    }

    /// Ends the others, too, when it fails.
    private void runAside(Following following, Thread caller) {
        try {
            following.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
            caller.interrupt();
        }
    }

    /// Waits however often this thread is interrupted: the sink is its receiver's again only when
    /// nobody else hands on to it.
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Follows until the thread is interrupted.
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private record Following(String name, JointSink.Share share, Work work) {
        void run() throws InterruptedException {
            try {
                work.run();
            } finally {
                share.end();
            }
        }
    }
}
