package org.spoolscope.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
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

/// `log SERVER [FILTER]`: what a server's log says, from some time on, and on request what is added.
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
            List<String> files = files(LogSources.find(connection, server, facts));
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

    /// The files to read; what can't be read is said.
    private List<String> files(List<LogSource> sources) throws Failure {
        List<String> files =
                sources.stream()
                        .map(LogCommand::file)
                        .flatMap(Stream::ofNullable)
                        .limit(LogFollower.MOST_FILES)
                        .toList();
        for (LogSource source : sources) {
            if (source instanceof LogSource.Unreadable(String path, String why, String grant)) {
                if (files.isEmpty()) {
                    throw new Failure(
                            ExitStatus.NOT_ALLOWED,
                            List.of(
                                    Words.get("log.source.unreadable", path, why),
                                    DisplayText.of("  " + grant)));
                }
                session.terminal().say(Words.get("log.source.unreadable", path, why));
                session.terminal().say(DisplayText.of("  " + grant));
            }
        }
        if (files.isEmpty()) {
            throw new Failure(ExitStatus.BAD, List.of(Words.get("cli.log.no-file", name)));
        }
        return files;
    }

    private static @Nullable String file(LogSource source) {
        return source instanceof LogSource.File(String path, _) ? path : null;
    }

    private LogFilter filter() throws Failure {
        String text = String.join(" ", words);
        try {
            return LogFilter.parse(text);
        } catch (FilterSyntaxException e) {
            throw Failure.filter(text, e);
        }
    }
}
