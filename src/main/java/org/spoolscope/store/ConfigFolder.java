package org.spoolscope.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where Spoolscope's configuration lies on this computer.
///
/// In this order: `SPOOLSCOPE_CONFIG`, the `--config` option, the platform's own place followed by
/// `spoolscope`: `$XDG_CONFIG_HOME` or `~/.config` (XDG Base Directory Specification, which has
/// relative paths ignored), `~/Library/Application Support` on macOS, `%APPDATA%` on Windows.
public final class ConfigFolder {
    private static final String NAME = "spoolscope";

    private ConfigFolder() {}

    /// The folder; it need not exist.
    ///
    /// @param option the value of `--config`, or null when it was not given
    /// @param environment the process's environment variables
    /// @param system the value of `os.name`
    public static Path find(
            @Nullable Path option, Map<String, String> environment, String system, Path home) {
        String variable = environment.getOrDefault("SPOOLSCOPE_CONFIG", "");
        if (!variable.isBlank()) {
            return Path.of(variable);
        }
        return option != null ? option : platform(environment, system, home).resolve(NAME);
    }

    private static Path platform(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming);
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return xdg.isBlank() || !Path.of(xdg).isAbsolute() ? home.resolve(".config") : Path.of(xdg);
    }
}
