package org.spoolscope.store.actions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Java that runs beside the test's, with the same classes.
public final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private OtherProgram(Process process) {
        this.process = process;
        this.out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts it.
    ///
    /// @param program has a main method
    public static OtherProgram start(Class<?> program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()));
        command.addAll(List.of(arguments));
        return new OtherProgram(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// The next line that it prints, or null at its end. Blocks.
    public @Nullable String line() throws IOException {
        return out.readLine();
    }

    /// Lets it know that it may go on, and waits for its end.
    public void goOn() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /// As `kill -9` does.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
