package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSource;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.FollowedLogs;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Follows a log of the lab on a thread of its own, and connects again whenever the link is lost.
/// Keeps what a store would keep: the lines up to the last position, and that position as text.
final class FollowingClient implements AutoCloseable, LineSink {
    static final String JOURNAL = "journal";
    static final FollowSettings QUICK =
            FollowSettings.DEFAULT.withPace(
                    Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;
    private final FollowSettings settings;
    private final List<LogSource> sources;
    private final List<String> kept = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();
    private final List<LogGap> gaps = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private String position = LogPosition.NONE.text();
    private final Ssh ssh;
    private final Thread thread;
    private volatile boolean closed;
    private int connections;

    /// @param position where another one stopped
    /// @param paths on the server, and [#JOURNAL]
    FollowingClient(Lab lab, String position, String... paths) {
        this(lab, QUICK, position, paths);
    }

    /// At another pace.
    FollowingClient(Lab lab, FollowSettings settings, String position, String... paths) {
        this.lab = lab;
        this.settings = settings;
        this.sources =
                Stream.of(paths)
                        .<LogSource>map(path ->
                                path.equals(JOURNAL)
                                        ? new LogSource.Journal("")
                                        : new LogSource.File(path, ""))
                        .toList();
        this.position = position;
        this.ssh = new Ssh(lab.settings());
        this.thread = Thread.ofPlatform().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (SshConnection connection = ssh.connect(lab.server(), Passphrases.NONE)) {
                connections++;
                var _ = connection.lost().thenRun(thread::interrupt);
                follow(connection);
            } catch (SshException e) {
                pause();
            } catch (InterruptedException e) {
                // The link is lost, or the test is over.
                synchronized (this) {
                    fresh.clear();
                }
            }
        }
    }

    private void follow(SshConnection connection) throws InterruptedException {
        new FollowedLogs(
                        connection,
                        sources,
                        LogPosition.parse(position()),
                        this,
                        settings,
                        InstantSource.system(),
                        Sleeper.REAL::sleep,
                        () -> 0)
                .run();
    }

    synchronized String position() {
        return position;
    }

    synchronized List<String> lines() {
        return List.copyOf(kept);
    }

    synchronized List<LogGap.Cause> gaps() {
        return gaps.stream().map(LogGap::cause).toList();
    }

    /// Of each gap, how many lines it is known to have.
    synchronized List<@Nullable Long> linesInGaps() {
        return gaps.stream().<@Nullable Long>map(LogGap::lines).toList();
    }

    synchronized List<String> troubles() {
        return List.copyOf(troubles);
    }

    synchronized int count() {
        return kept.size();
    }

    int connections() {
        return connections;
    }

    void awaitLines(int count) {
        await(() -> count() >= count, () -> count() + " of " + count + " lines, " + state());
    }

    /// For messages about what went wrong.
    private synchronized String state() {
        return "after the line: "
                + (kept.isEmpty() ? "none" : kept.getLast())
                + "\nnot kept yet: "
                + fresh.size()
                + "\nconnections: "
                + connections
                + "\ngaps: "
                + gaps
                + "\ntroubles: "
                + troubles
                + "\nposition: "
                + position;
    }

    static void await(BooleanSupplier condition, Supplier<String> state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(state).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Sleeper.REAL.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void line(byte[] bytes, int from, int to) {
        fresh.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void gap(LogGap gap) {
        gaps.add(gap);
    }

    @Override
    public synchronized void trouble(String message) {
        troubles.add(message);
    }

    @Override
    public synchronized void position(LogPosition now) {
        position = now.text();
        kept.addAll(fresh);
        fresh.clear();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        await(() -> !thread.isAlive(), () -> "the client goes on");
        ssh.close();
    }
}
