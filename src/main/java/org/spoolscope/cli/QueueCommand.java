package org.spoolscope.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.postfix.QueueGroups;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `queue SERVER [FILTER]`: the queued messages, printed as they are listed.
@Command(name = "queue")
final class QueueCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILTER",
            descriptionKey = "cli.parameter.filter")
    private List<String> words = List.of();

    @ArgGroup private @Nullable Form form;

    private final Session session;

    /// One of them, or none.
    private static final class Form {
        @Option(names = "--shape", required = true, descriptionKey = "cli.option.shape")
        private boolean shape;

        @Option(
                names = "--group",
                required = true,
                paramLabel = "cause|reason|domain|sender|relay",
                descriptionKey = "cli.option.group")
        private QueueGroups.@Nullable By by;
    }

    QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        QueueReading reading = new QueueReading(session);
        Filter filter = reading.filter(words);
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            List<Instance> instances = reading.instances(server, facts);
            Instant now = session.clock().instant();
            QueueReport report = report(server, instances, facts, now);
            List<Trouble> troubles =
                    reading.list(
                            connection,
                            facts,
                            instances,
                            message -> {
                                if (filter.matches(message, name, now)) {
                                    report.add(message);
                                }
                            });
            report.end();
            session.terminal().flush();
            for (Trouble trouble : troubles) {
                Failure.lines(name, Wording.of(trouble)).forEach(session.terminal()::say);
            }
            return troubles.stream().mapToInt(Failure::status).max().orElse(ExitStatus.OK);
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        }
    }

    private QueueReport report(
            ServerConfig server, List<Instance> instances, ServerFacts facts, Instant now)
            throws Failure {
        if (form != null && form.by != null) {
            return new GroupReport(
                    session, server.name(), form.by, session.logSettings().judgement());
        }
        if (form != null && form.shape) {
            return new ShapeReport(session, server.name());
        }
        if (!session.wantsJson()) {
            return new MessageRows(session.terminal(), now, instances.size() > 1);
        }
        Map<String, Outlook> outlooks =
                instances.stream()
                        .collect(
                                Collectors.toMap(
                                        Instance::name, instance -> Outlook.of(instance, facts)));
        return new MessageJson(server.name(), session.json(), outlooks, now);
    }
}
