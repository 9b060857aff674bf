package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.monitor.WatchedInstances;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// What the commands that look at a server's queue have in common.
final class QueueReading {
    private final Session session;

    QueueReading(Session session) {
        this.session = session;
    }

    /// The filter that the words of the command line make.
    Filter filter(List<String> words) throws Failure {
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

    /// The instances that are looked at; at least one.
    List<Instance> instances(ServerConfig server, ServerFacts facts) throws Failure {
        List<Instance> instances = WatchedInstances.of(facts, server);
        if (!instances.isEmpty()) {
            return instances;
        }
        if (facts.instances().isEmpty()) {
            Trouble missing = new Trouble.PostqueueMissing();
            throw new Failure(
                    Failure.status(missing), Failure.lines(server.name(), Wording.of(missing)));
        }
        throw Failure.usage(
                "cli.queue.no-instance",
                server.name(),
                String.valueOf(server.instance()),
                facts.instances().stream().map(Instance::name).collect(Collectors.joining(", ")));
    }

    /// Lists the queues of these instances, and returns what kept some from being listed.
    List<Trouble> list(
            SshConnection connection,
            ServerFacts facts,
            List<Instance> instances,
            Consumer<QueuedMessage> to)
            throws SshException, InterruptedException {
        List<Trouble> troubles = new ArrayList<>();
        QueueLister lister = new QueueLister(session.clock(), QueueLister.LARGE);
        for (Instance instance : instances) {
            switch (lister.list(connection, facts, instance, to)) {
                case QueueLister.Outcome.Failed(Trouble trouble) -> troubles.add(trouble);
                case QueueLister.Outcome.Whole whole -> {
                    if (whole.notUnderstood() > 0) {
                        session.terminal()
                                .say(
                                        Words.get(
                                                "cli.queue.not-understood",
                                                instance.name(),
                                                whole.notUnderstood()));
                    }
                }
            }
        }
        return troubles;
    }
}
