package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.LogPosition;

/// A log in a folder, and a follower of it that runs the real script in the system's shell. Time is
/// the test's; what the test does happens while the follower pauses.
final class TestingTail implements LineSink, LoggedServer.Reader {
    static final Duration QUIET = Duration.ofSeconds(5);

    final Path log;
    final List<String> lines = new ArrayList<>();
    final List<String> again = new ArrayList<>();
    final List<LogGap.Cause> gaps = new ArrayList<>();
    final List<LogGap> told = new ArrayList<>();
    final List<String> troubles = new ArrayList<>();
    FollowSettings settings = FollowSettings.DEFAULT;
    LogPosition position = LogPosition.NONE;
    long behind;
    final List<Long> behinds = new ArrayList<>();

    /// What was known to be left whenever a position was told.
    final List<Long> behindAtPositions = new ArrayList<>();

    /// Done while an answer is awaited.
    Runnable meanwhile = () -> {};

    /// After so many bytes the link is lost.
    long cutAfter = Long.MAX_VALUE;

    private final List<String> shell;
    private final List<String> untold = new ArrayList<>();
    private long nanos;

    TestingTail(Path folder, String... shell) {
        this.log = folder.resolve("mail.log");
        this.shell = List.of(shell);
    }

    /// Does something to the log.
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /// Connects, goes on where it stopped, does one step in each pause, and after some more pauses
    /// loses the link.
    void follow(Step... steps) {
        Iterator<Step> left = List.of(steps).iterator();
        int[] idle = {0};
        follow(() -> {
            if (!left.hasNext()) {
                return idle[0]++ < 4;
            }
            run(left.next());
            return true;
        });
    }

    /// Connects and goes on until `next`, called in each pause, says to stop.
    void follow(BooleanSupplier next) {
        TailLoop loop =
                new TailLoop(
                        List.of(log.toString()),
                        position,
                        this,
                        settings,
                        InstantSource.fixed(Instant.EPOCH.atOffset(ZoneOffset.UTC).toInstant()),
                        () -> nanos,
                        _ -> {
                            nanos += 1_000_000;
                            if (!next.getAsBoolean()) {
                                throw new InterruptedException("the test stops here");
                            }
                        },
                        () -> 0);
        try {
            Process process = process();
            try {
                InputStream in = new CutStream(process.getInputStream(), cutAfter, meanwhile);
                loop.run(in, process.getOutputStream());
            } catch (InterruptedException e) {
                assertThat(e).hasMessage("the test stops here");
            } catch (CutStream.Cut e) {
                assertThat(cutAfter).isNotEqualTo(Long.MAX_VALUE);
            } finally {
                process.getInputStream().close();
                process.getOutputStream().close();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        // What was handed on after the last position is forgotten with the process.
        lines.subList(lines.size() - untold.size(), lines.size()).clear();
        untold.clear();
        position = LogPosition.parse(position.text());
    }

    private Process process() throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(LogCommands.READ.call().execLine());
        return new ProcessBuilder(
                        shell.isEmpty() ? List.of("sh", "-c", command.getLast()) : command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Override
    public void again(byte[] bytes, int from, int to) {
        again.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public String position() {
        return position.text();
    }

    @Override
    public void pass() {
        pass(QUIET);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    void write(String text) throws IOException {
        write(log, text);
    }

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// The file of this suffix, such as `.1`.
    Path rotated(String suffix) {
        return log.resolveSibling("mail.log" + suffix);
    }

    /// Moves the log and its generations up by one, as logrotate does.
    void rename() throws IOException {
        shift();
        Files.move(log, rotated(".1"));
    }

    void copyTruncate() throws IOException {
        shift();
        Files.copy(log, rotated(".1"));
        truncate();
    }

    void truncate() throws IOException {
        Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void shift() throws IOException {
        for (int n = 40; n >= 1; n--) {
            for (String ending : List.of("", ".gz")) {
                Path from = rotated("." + n + ending);
                if (Files.exists(from)) {
                    Files.move(from, rotated("." + (n + 1) + ending));
                }
            }
        }
    }

    void pack(String suffix, String... program) throws IOException {
        try {
            List<String> command = new ArrayList<>(List.of(program));
            command.add(rotated(suffix).toString());
            assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void line(byte[] bytes, int from, int to) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(bytes, from, to - from);
        lines.add(copy.toString(StandardCharsets.UTF_8));
        untold.add(lines.getLast());
    }

    @Override
    public void gap(LogGap gap) {
        gaps.add(gap.cause());
        told.add(gap);
    }

    @Override
    public void position(LogPosition now) {
        position = now;
        behindAtPositions.add(behind);
        untold.clear();
    }

    @Override
    public void behind(long bytes) {
        behind = bytes;
        behinds.add(bytes);
    }

    @Override
    public void trouble(String message) {
        troubles.add(message);
    }
}
