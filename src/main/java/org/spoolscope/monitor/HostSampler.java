package org.spoolscope.monitor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Wording;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Samples one host through one long-lived remote shell loop. Each sample is asked for with a word
/// on the loop's standard input and answered with one frame: so the pace is ours, the answer time
/// is the round trip, and the loop ends with the connection.
final class HostSampler {
    private static final Budget UNBOUNDED = new Budget(Long.MAX_VALUE, Duration.ofDays(3650));
    private static final int LONGEST_LINE = 64 << 10;
    private static final byte[] SAMPLE = "s\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SAMPLE_AND_SPACE = "d\n".getBytes(StandardCharsets.US_ASCII);

    private final SshConnection connection;
    private final String spool;
    private final Inbox inbox;
    private final MonitorSettings settings;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Heartbeat heartbeat;

    HostSampler(
            SshConnection connection,
            String spool,
            Inbox inbox,
            MonitorSettings settings,
            InstantSource clock,
            Sleeper sleeper,
            Heartbeat heartbeat) {
        this.connection = connection;
        this.spool = spool;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
        this.heartbeat = heartbeat;
    }

    /// Samples until the thread is interrupted, which the link keeper does when the link is lost.
    void run() throws InterruptedException {
        while (true) {
            String broke = sampleUntilItEnds();
            // A loop that ended owes no answer: the link is well, only the figures are missing.
            heartbeat.answered();
            inbox.post(new Observation.SamplerBroke(broke));
            sleeper.sleep(settings.againAfterFailure());
        }
    }

    /// Returns why it ended.
    private String sampleUntilItEnds() throws InterruptedException {
        try (RemoteProcess loop = connection.start(HostCommands.SAMPLE.call(spool), UNBOUNDED)) {
            try (InputStream frames = new BufferedInputStream(loop.stdout())) {
                sample(frames, loop.stdin());
            } catch (IOException e) {
                // A broken pipe is how a dead loop shows itself; how it died is told by its exit.
                return ending(loop.waitFor(), loop.stderr() + e.getMessage());
            }
            return ending(loop.waitFor(), loop.stderr());
        } catch (SshException e) {
            return Wording.of(e.failure()).headline().toString();
        }
    }

    private static String ending(Exit exit, String said) {
        return exit instanceof Exit.Status ? exit.text() + ": " + said : exit.text();
    }

    private void sample(InputStream frames, OutputStream words)
            throws IOException, InterruptedException {
        SampleParser parser = new SampleParser();
        for (int n = 0; ; n++) {
            long asked = System.nanoTime();
            heartbeat.asked();
            boolean withSpace = n % settings.spaceEvery() == 0;
            words.write(withSpace ? SAMPLE_AND_SPACE : SAMPLE);
            words.flush();
            HostSample sample = read(frames, parser);
            if (sample == null) {
                return;
            }
            heartbeat.answered();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            inbox.post(new Observation.Sampled(sample, withSpace ? null : took));
            sleeper.sleep(settings.sampleEvery().minus(took));
        }
    }

    /// Reads to the end of a frame; null at the end of the stream.
    private @Nullable HostSample read(InputStream frames, SampleParser parser) throws IOException {
        while (true) {
            String line = readLine(frames);
            if (line == null) {
                return null;
            }
            HostSample sample = parser.accept(line, clock.instant());
            if (sample != null) {
                return sample;
            }
        }
    }

    private static @Nullable String readLine(InputStream frames) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = frames.read(); b != '\n'; b = frames.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line longer than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
