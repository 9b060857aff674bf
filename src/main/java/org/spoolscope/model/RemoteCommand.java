package org.spoolscope.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A command that Spoolscope runs on a server: a name and a constant POSIX-sh script (dash, busybox
/// and bash alike). What varies is passed as positional arguments, quoted in one place
/// ([RemoteCall#execLine]); queue ids go on standard input. All commands stand in the catalogues
/// `PostfixCommands` and `HostCommands`; the simulated fleet, `doctor` and the documentation are
/// derived from them.
///
/// @param name short, stable, lower case with dashes: it is the script's `$0` and so shows in the
///   server's process list as `spoolscope-NAME`
public record RemoteCommand(String name, String script) {
    /// The command whose script is the resource `NAME.sh` beside a catalogue class. Lines that are
    /// only a comment stay here: the script travels with every call and shows in the server's
    /// process list.
    public static RemoteCommand load(Class<?> catalogue, String name) {
        try (InputStream in = catalogue.getResourceAsStream(name + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name + " beside " + catalogue);
            }
            String script =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                            .collect(Collectors.joining("\n", "", "\n"));
            return new RemoteCommand(name, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command with these arguments, `$1` and so on.
    public RemoteCall call(String... arguments) {
        return new RemoteCall(this, List.of(arguments));
    }
}
