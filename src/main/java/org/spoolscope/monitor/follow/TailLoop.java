package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.spoolscope.postfix.follow.FilePosition;
import org.spoolscope.postfix.follow.LogPosition;

/// Looks at the followed files in turn, as often as is gentle, and tells how far they were read.
/// Knows the shell loop only as two streams; goes on with another one where it stopped.
final class TailLoop {
    private static final int NONCE_BYTES = 16;

    private final List<String> paths;
    private final LineSink sink;
    private final FollowSettings settings;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Pause pause;
    private final DoubleSupplier ioPressure;
    private final SecureRandom random = new SecureRandom();
    private LogPosition position;
    private List<Followed> all = List.of();
    private long toldBehind = -1;

    TailLoop(
            List<String> paths,
            LogPosition position,
            LineSink sink,
            FollowSettings settings,
            InstantSource clock,
            LongSupplier nanos,
            Pause pause,
            DoubleSupplier ioPressure) {
        this.paths = List.copyOf(paths);
        this.position = position;
        this.sink = new SuppressionWatch(sink, clock);
        this.settings = settings;
        this.clock = clock;
        this.nanos = nanos;
        this.pause = pause;
        this.ioPressure = ioPressure;
    }

    /// Follows until the thread is interrupted.
    ///
    /// @throws IOException when the shell loop ended, or does not answer as it should
    void run(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        LogShell shell = new LogShell(in, out, HexFormat.of().formatHex(nonce));
        Slots slots = new Slots();
        all = paths.stream().map(path -> new Followed(path, shell, slots)).toList();
        try {
            follow();
        } catch (IOException e) {
            // What was handed on so far will not come again.
            for (Followed one : all) {
                one.moved();
            }
            throw e;
        }
    }

    private void follow() throws IOException, InterruptedException {
        while (true) {
            Instant at = clock.instant();
            boolean came = false;
            boolean more = false;
            for (Followed one : all) {
                sink.source(one.path);
                came |= one.tail.poll();
                one.moved();
                more |= one.tail.hasMore();
            }
            if (!more) {
                if (came) {
                    sink.upToDate(at);
                } else {
                    sink.idle(at);
                }
                pause.pause(untilNext(came));
            }
        }
    }

    private void tellBehind() throws InterruptedException {
        long behind = all.stream().mapToLong(one -> one.tail.behind()).sum();
        if (behind != toldBehind) {
            toldBehind = behind;
            sink.behind(behind);
        }
    }

    private Duration untilNext(boolean came) {
        Duration usual = came ? settings.flowing() : settings.idle();
        return ioPressure.getAsDouble() >= settings.busyPressure()
                ? usual.multipliedBy(settings.busyStretch())
                : usual;
    }

    /// One file, and what is told of it.
    private final class Followed implements GenerationReader.Progress {
        private final String path;
        private final FileTail tail;
        private FilePosition told;

        Followed(String path, LogShell shell, Slots slots) {
            this.path = path;
            this.told = position.file(path);
            this.tail =
                    new FileTail(
                            told, shell, slots, this, sink, new Gaps(path, sink, clock), settings);
        }

        @Override
        public long nanos() {
            return nanos.getAsLong();
        }

        @Override
        public void moved() throws InterruptedException {
            // First, as a position may be shown at once: nothing left would look like the end.
            tellBehind();
            FilePosition now = tail.position();
            if (!now.equals(told)) {
                told = now;
                position = position.with(now);
                sink.position(position);
            }
        }
    }
}
