package org.spoolscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command has. Filled in by picocli before a command runs.
final class Options {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            descriptionKey = "cli.option.config")
    @Nullable Path config;

    @Option(names = "--json", scope = ScopeType.INHERIT, descriptionKey = "cli.option.json")
    boolean json;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            scope = ScopeType.INHERIT,
            descriptionKey = "cli.option.color")
    ColourMode colour = ColourMode.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            descriptionKey = "cli.option.verbose")
    boolean verbose;

    @Option(
            names = "--read-only",
            scope = ScopeType.INHERIT,
            descriptionKey = "cli.option.read-only")
    boolean readOnly;
}
