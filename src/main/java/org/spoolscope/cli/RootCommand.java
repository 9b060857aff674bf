package org.spoolscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/// `spoolscope` without a command: opens the console.
@Command(
        name = "spoolscope",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
final class RootCommand implements Callable<Integer> {
    @Mixin final Options options;
    private final Session session;
    private final Faces faces;

    RootCommand(Options options, Session session, Faces faces) {
        this.options = options;
        this.session = session;
        this.faces = faces;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        try {
            return faces.console(session::configured, session.isReadOnly());
        } catch (Faces.NoDisplayException e) {
            throw NoDisplay.failure(e);
        }
    }
}
