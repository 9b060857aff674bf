package org.spoolscope.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.LogSources;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `log SERVER [FILTER]`: what a server's log says, from some time on, and on request what is
/// added.
@Command(name = "log")
final class LogCommand implements Callable<Integer> {
    /// How far back is looked for the time to begin at.
    private static final long MOST_BYTES = 1L << 30;

    @Parameters(index = "0", paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILTER",
            descriptionKey = "cli.parameter.log-filter")
    private List<String> words = List.of();

    @Option(names = "--follow", descriptionKey = "cli.option.follow")
    private boolean follow;

    @Option(names = "--since", paramLabel = "1h", descriptionKey = "cli.option.since")
    private Duration since = Duration.ofHours(1);

    private final Session session;

    LogCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        LogFilter filter = filter();
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            List<String> files =
                    new ReadableLogs(session.terminal(), name)
                            .files(LogSources.find(connection, server, facts));
            Instant from = session.clock().instant().plus(facts.clockAhead()).minus(since);
            EventReport report =
                    session.wantsJson()
                            ? new EventJson(session.json())
                            : new EventRows(session.terminal(), session.zone());
            PrintedLog log = new PrintedLog(session, name, facts.zone(), filter, from, report);
            log.print(
                    follow,
                    sink ->
                            new LogFollower(
                                            connection,
                                            files,
                                            LogPosition.NONE,
                                            sink,
                                            FollowSettings.DEFAULT.withFirstBytes(MOST_BYTES),
                                            session.clock(),
                                            Sleeper.REAL::sleep,
                                            () -> 0)
                                    .run());
            if (connection.lost().isDone()) {
                throw Failure.link(name, connection.lost().join());
            }
            return ExitStatus.OK;
        } catch (SshException e) {
            throw Failure.link(name, e.failure());
        }
    }

    private LogFilter filter() throws Failure {
        String text = String.join(" ", words);
        try {
            return LogFilter.parse(text, session.logSettings().judgement());
        } catch (FilterSyntaxException e) {
            throw Failure.filter(text, e);
        }
    }
}
