package org.spoolscope.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.spoolscope.ssh.Ssh;

/// A command line that was run in this process, with nobody at the terminal and no display.
///
/// @param output both streams, in the order in which a terminal would show them
public record CommandRun(int status, String output) {
    /// Runs one command line.
    ///
    /// @param folder the configuration
    /// @param ssh makes the client
    public static CommandRun of(Path folder, Supplier<Ssh> ssh, List<String> arguments) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(both, both, StandardCharsets.UTF_8, false, Prompt.NOBODY);
        Surroundings surroundings =
                new Surroundings(
                        Map.of("SPOOLSCOPE_CONFIG", folder.toString()),
                        "Linux",
                        folder,
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        ssh);
        int status =
                new Cli(terminal, surroundings, new NoFaces())
                        .run(arguments.toArray(String[]::new));
        return new CommandRun(status, both.toString(StandardCharsets.UTF_8));
    }

    private static final class NoFaces implements Faces {
        @Override
        public int console(Configuration configuration, boolean readOnly)
                throws NoDisplayException {
            throw new NoDisplayException("a test");
        }

        @Override
        public int demo(int servers, double speed, boolean readOnly) throws NoDisplayException {
            throw new NoDisplayException("a test");
        }

        @Override
        public int screenshot(Configuration configuration, Screenshot picture) {
            throw new IllegalStateException("no picture is taken here");
        }

        @Override
        public List<Page> pages() {
            return List.of();
        }
    }
}
