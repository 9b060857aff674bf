package org.spoolscope.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Of the jar that is running, and of the Java that runs it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"spoolscope " + number() + ", Java " + Runtime.version()};
    }

    /// Of the jar alone.
    static String number() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not packaged)");
    }
}
