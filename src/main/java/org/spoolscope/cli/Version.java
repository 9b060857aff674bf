package org.spoolscope.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Of the jar that is running, and of the Java that runs it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return new String[] {
            "spoolscope "
                    + Objects.requireNonNullElse(version, "(not packaged)")
                    + ", Java "
                    + Runtime.version()
        };
    }
}
