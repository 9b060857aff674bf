package org.spoolscope.monitor.follow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogSource;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.SourceChoice;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Finds out where a server's mail log is.
public final class LogSourceFinder {
    private LogSourceFinder() {}

    /// The logs to follow, at least one entry, which may say that there is none. Blocks for one
    /// round trip.
    ///
    /// @param configured `log` of servers.toml, or null
    /// @param configDirectories of the watched instances
    /// @throws SshException when the link is lost
    public static List<LogSource> find(
            SshConnection connection, @Nullable String configured, List<String> configDirectories)
            throws SshException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add(configured == null ? "" : configured);
        arguments.addAll(configDirectories);
        return SourceChoice.parse(
                connection
                        .run(
                                LogCommands.SOURCES.call(arguments.toArray(String[]::new)),
                                new byte[0],
                                Budget.SMALL)
                        .text());
    }
}
