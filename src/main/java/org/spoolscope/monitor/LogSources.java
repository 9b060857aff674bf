package org.spoolscope.monitor;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.Instance;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.SourceChoice;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Looks where a server's mail log lies.
public final class LogSources {
    private LogSources() {}

    /// The logs of the watched instances, and those that would be read if the account might; at
    /// least one, which may be [LogSource.None]. Blocks for one round trip.
    ///
    /// @throws SshException when the link is lost
    public static List<LogSource> find(
            SshConnection connection, ServerConfig config, ServerFacts facts)
            throws SshException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add(config.log() == null ? "" : config.log());
        WatchedInstances.of(facts, config).stream()
                .map(Instance::configDirectory)
                .forEach(arguments::add);
        String[] call = arguments.toArray(String[]::new);
        return SourceChoice.parse(
                connection.run(LogCommands.SOURCES.call(call), new byte[0], Budget.SMALL).text());
    }
}
