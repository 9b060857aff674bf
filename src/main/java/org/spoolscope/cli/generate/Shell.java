package org.spoolscope.cli.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What completions have that is written by hand, in the resources.
final class Shell {
    private Shell() {}

    /// A file of functions.
    static String functions(String file) {
        try (InputStream in = Shell.class.getResourceAsStream("/org/spoolscope/cli/" + file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What prints the names of the configured servers, one a line, without starting Java. POSIX
    /// sh.
    static String serverNames() {
        return functions("server-names.sh");
    }
}
