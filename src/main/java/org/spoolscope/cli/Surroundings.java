package org.spoolscope.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.spoolscope.ssh.Ssh;

/// What a command finds around it; `app` hands it in, tests make their own.
///
/// @param environment variables of the process
/// @param system the value of `os.name`
/// @param zone in which times are shown
/// @param ssh makes the client; called only by commands that connect, which close it
public record Surroundings(
        Map<String, String> environment,
        String system,
        Path home,
        InstantSource clock,
        ZoneId zone,
        Supplier<Ssh> ssh) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
