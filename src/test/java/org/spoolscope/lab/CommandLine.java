package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spoolscope.app.Main;

/// `spoolscope` as an operator of the lab calls it: a process of its own, with the operator's home.
final class CommandLine {
    private static final long PATIENCE_SECONDS = 60;

    private final Lab lab;
    private final Path config;

    CommandLine(Lab lab) {
        this(lab, lab.folder.resolve("config"));
    }

    /// @param config the configuration folder
    CommandLine(Lab lab, Path config) {
        this.lab = lab;
        this.config = config;
    }

    /// Runs a command that must succeed, and returns what it printed.
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Duser.home=" + lab.folder.resolve("operator"));
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.add("--config=" + config);
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }
}
