package org.spoolscope.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.WatchedInstances;
import org.spoolscope.postfix.QueueGroups;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;
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
                paramLabel = "reason|domain|sender|relay",
                descriptionKey = "cli.option.group")
        private QueueGroups.@Nullable By by;
    }

    QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        Filter filter = filter();
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            List<Instance> instances = instances(server, facts);
            QueueReport report = report(server, instances.size() > 1);
            List<Trouble> troubles = new ArrayList<>();
            for (Instance instance : instances) {
                troubles.addAll(list(connection, facts, instance, filter, report));
            }
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

    private List<Trouble> list(
            SshConnection connection,
            ServerFacts facts,
            Instance instance,
            Filter filter,
            QueueReport report)
            throws SshException, InterruptedException {
        Instant now = session.clock().instant();
        QueueLister.Outcome outcome =
                new QueueLister(session.clock(), QueueLister.LARGE)
                        .list(
                                connection,
                                facts,
                                instance,
                                message -> {
                                    if (filter.matches(message, name, now)) {
                                        report.add(message);
                                    }
                                });
        return switch (outcome) {
            case QueueLister.Outcome.Failed(Trouble trouble) -> List.of(trouble);
            case QueueLister.Outcome.Whole whole -> {
                if (whole.notUnderstood() > 0) {
                    session.terminal()
                            .say(
                                    Words.get(
                                            "cli.queue.not-understood",
                                            instance.name(),
                                            whole.notUnderstood()));
                }
                yield List.of();
            }
        };
    }

    private List<Instance> instances(ServerConfig server, ServerFacts facts) throws Failure {
        List<Instance> instances = WatchedInstances.of(facts, server);
        if (!instances.isEmpty()) {
            return instances;
        }
        if (facts.instances().isEmpty()) {
            Trouble missing = new Trouble.PostqueueMissing();
            throw new Failure(Failure.status(missing), Failure.lines(name, Wording.of(missing)));
        }
        throw Failure.usage(
                "cli.queue.no-instance",
                name,
                String.valueOf(server.instance()),
                facts.instances().stream().map(Instance::name).collect(Collectors.joining(", ")));
    }

    private QueueReport report(ServerConfig server, boolean manyInstances) throws Failure {
        if (form != null && form.by != null) {
            return new GroupReport(
                    session, server.name(), form.by, session.logSettings().judgement());
        }
        if (form != null && form.shape) {
            return new ShapeReport(session, server.name());
        }
        return session.wantsJson()
                ? new MessageJson(server.name(), session.json())
                : new MessageRows(session.terminal(), session.clock().instant(), manyInstances);
    }

    private Filter filter() throws Failure {
        for (String word : words) {
            if (word.startsWith("--")) {
                throw Failure.usage("cli.option-unknown", word);
            }
        }
        String text = String.join(" ", words);
        try {
            return Filter.parse(text, session.logSettings().judgement());
        } catch (FilterSyntaxException e) {
            throw Failure.filter(text, e);
        }
    }
}
