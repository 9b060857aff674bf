package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.HostSample;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// The sampler on a real host: it tells what the system's own tools tell, and leaves nothing
/// behind.
@Tag("lab")
final class HostLabTest {
    private static final String SAMPLER = "spoolscope-sample";
    private static final int LOAD_SECONDS = 12;
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);

    @RegisterExtension final Lab lab = new Lab();

    /// The same seconds: our first and last frame frame what vmstat saw.
    @Test
    void iowaitIsWhatVmstatSays() throws Exception {
        lab.fault("disk-load");
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh);
                RemoteProcess sampler =
                        connection.start(
                                HostCommands.SAMPLE.call("/var/spool/postfix"),
                                new Budget(1 << 20, Duration.ofMinutes(1)))) {
            BufferedReader frames =
                    new BufferedReader(
                            new InputStreamReader(sampler.stdout(), StandardCharsets.UTF_8));
            SampleParser parser = new SampleParser();
            var first = sample(sampler.stdin(), frames, parser);
            assertThat(first.cpu().orNull()).isNull();
            List<String> vmstat =
                    Lab.run(List.of("vmstat", "-n", String.valueOf(LOAD_SECONDS), "2"))
                            .lines()
                            .toList();
            HostSample last = sample(sampler.stdin(), frames, parser);
            List<String> names = List.of(vmstat.get(1).strip().split(" +"));
            double theirs =
                    Double.parseDouble(vmstat.getLast().strip().split(" +")[names.indexOf("wa")]);
            double ours = 100 * last.cpu().orNull().iowait();
            System.out.printf(
                    "iowait over %d s of disk load: ours %.1f %%, vmstat %.0f %%; I/O pressure %s%n",
                    LOAD_SECONDS, ours, theirs, last.ioPressure());
            assertThat(ours).isCloseTo(theirs, within(2.0));
        }
    }

    @Test
    void nothingStaysBehindWhenTheSessionIsKilled() throws Exception {
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            var _ = watched.awaitOnline();
            assertThat(lab.processes(SAMPLER)).isPositive();
            lab.fault("keys");
            lab.fault("cut");
            await(() -> lab.processes(SAMPLER) == 0);
        }
    }

    @Test
    void nothingStaysBehindWhenTheConsoleEnds() throws Exception {
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            var _ = watched.awaitOnline();
            assertThat(lab.processes(SAMPLER)).isPositive();
        }
        await(() -> lab.processes(SAMPLER) == 0);
    }

    /// S15: kill -9 of the client.
    @Test
    void nothingStaysBehindWhenTheConsoleIsKilled() throws Exception {
        Process client = new CommandLine(lab).start("watch", "lab", "--for", "1m", "--json");
        try {
            CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> firstLine(client));
            assertThat(line.get(30, TimeUnit.SECONDS)).contains("\"server\":\"lab\"");
            await(() -> lab.processes(SAMPLER) > 0);
        } finally {
            client.destroyForcibly();
        }
        await(() -> lab.processes(SAMPLER) == 0);
    }

    private static String firstLine(Process client) {
        try {
            return String.valueOf(
                    new BufferedReader(
                                    new InputStreamReader(
                                            client.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HostSample sample(OutputStream words, BufferedReader frames, SampleParser parser)
            throws IOException {
        words.write("s\n".getBytes(StandardCharsets.US_ASCII));
        words.flush();
        while (true) {
            HostSample sample = parser.accept(frames.readLine(), Instant.now());
            if (sample != null) {
                return sample;
            }
        }
    }

    /// Looks again and again: another machine's process list calls nobody.
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LEFT_BEHIND.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Sleeper.REAL.sleep(Duration.ofMillis(200));
        }
    }
}
