package org.spoolscope.host;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.HostSample.Cpu;

/// Runs the real sampler on this machine.
@Timeout(30)
class HostCommandsTest {
    private final SampleParser parser = new SampleParser();
    private Process process;
    private BufferedReader out;
    private OutputStream in;

    @BeforeEach
    void start() throws IOException {
        process =
                new ProcessBuilder("sh", "-c", HostCommands.SAMPLE.call("/").execLine())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.getOutputStream();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void answersEachRequestWithOneFrame() throws IOException {
        assertThat(frame()).isNull();
        assertThat(parser.header().cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());

        HostSample first = ask("d");
        HostSample second = ask("s");
        for (int i = 0; i < 1000 && second.cpu().orNull() == null; i++) {
            second = ask("s");
        }

        assertThat(first.spool().orNull()).isNotNull();
        assertThat(first.memory().orNull()).isNotNull();
        assertThat(first.load().orNull()).isNotNull();
        Cpu cpu = requireNonNull(second.cpu().orNull());
        assertThat(cpu.user() + cpu.system() + cpu.iowait() + cpu.steal() + cpu.idle())
                .isBetween(0.999, 1.001);
    }

    @Test
    void doesNotUnderstandOtherWords() throws IOException {
        frame();
        in.write("$(reboot)\n".getBytes(StandardCharsets.UTF_8));
        in.flush();

        assertThat(out.readLine()).isEqualTo("missing\trequest\tnot understood");
        assertThat(out.readLine()).isEqualTo(".");
    }

    @Test
    void endsWithItsInput() throws IOException, InterruptedException {
        frame();
        in.close();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out.readLine()).isNull();
    }

    private HostSample ask(String word) throws IOException {
        in.write((word + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        return requireNonNull(frame());
    }

    private @Nullable HostSample frame() throws IOException {
        while (true) {
            String line = out.readLine();
            assertThat(line).isNotNull();
            HostSample sample = parser.accept(line, Instant.EPOCH);
            if (line.equals(".")) {
                return sample;
            }
        }
    }
}
