package org.spoolscope.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hold|release|requeue|delete|expire|retry SERVER (FILTER | --ids FILE|-)`: acts on messages.
@Command
final class ActCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILTER",
            descriptionKey = "cli.parameter.filter")
    private List<String> words = List.of();

    @Option(names = "--ids", paramLabel = "FILE|-", descriptionKey = "cli.option.ids")
    private @Nullable String ids;

    @Option(names = "--dry-run", descriptionKey = "cli.option.dry-run")
    private boolean dryRun;

    @Option(names = "--yes", descriptionKey = "cli.option.yes")
    private boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.option.reason")
    private String reason = "";

    @Option(
            names = "--grace",
            paramLabel = "10m",
            converter = DurationText.OrZero.class,
            descriptionKey = "cli.option.grace")
    private Duration grace = ActionPlan.GRACE;

    private final Session session;
    private final Verb verb;

    ActCommand(Session session, Verb verb) {
        this.session = session;
        this.verb = verb;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        ChosenMessages chosen = ChosenMessages.of(session, words, ids);
        ServerConfig server = session.server(name);
        try (CommandLink link = CommandLink.to(server, session)) {
            Preview preview = Preview.of(verb, messages(link, chosen));
            Approval approval = new Approval(session, server.name(), preview, grace);
            if (preview.messages().isEmpty()) {
                approval.sayNothingToDo();
                return report(chosen, new OutcomeReport(session, server.name(), verb));
            }
            if (dryRun) {
                approval.show();
                QueueReport report = approval.messages();
                preview.messages().forEach(report::add);
                report.end();
                return chosen.missing().isEmpty() ? ExitStatus.OK : ExitStatus.BAD;
            }
            refuseTooManyRetries(preview.messages().size());
            return act(link, preview.plan(name, reason).grace(grace), approval, chosen);
        }
    }

    private void refuseTooManyRetries(int messages) throws Failure {
        if (verb == Verb.RETRY && messages > ActionPlan.MOST_RETRIES) {
            throw Failure.usage(
                    "cli.act.too-many-retries",
                    Figures.count(messages),
                    ActionPlan.MOST_RETRIES,
                    name);
        }
    }

    private Iterable<QueuedMessage> messages(CommandLink link, ChosenMessages chosen)
            throws Failure, InterruptedException {
        QueueReading reading = new QueueReading(session);
        try {
            List<Instance> instances = reading.instances(link.config(), link.now().facts());
            List<QueuedMessage> found = new ArrayList<>();
            List<Trouble> troubles =
                    reading.list(
                            link.now().connection(),
                            link.now().facts(),
                            instances,
                            message -> {
                                if (chosen.holds(message, name, session.clock().instant())) {
                                    found.add(message);
                                }
                            });
            for (Trouble trouble : troubles) {
                throw new Failure(
                        Failure.status(trouble), Failure.lines(name, Wording.of(trouble)));
            }
            return found;
        } catch (SshException e) {
            throw Failure.link(name, e.failure());
        }
    }

    private int act(CommandLink link, ActionPlan plan, Approval approval, ChosenMessages chosen)
            throws Failure, InterruptedException, IOException {
        try (CommandDesk desk = new CommandDesk(session, link)) {
            desk.refuseWhereReadOnly(name);
            approval.askUnless(yes);
            OutcomeReport report = new OutcomeReport(session, name, verb);
            int status = desk.run(plan, report);
            return Math.max(status, report(chosen, report));
        }
    }

    /// Ids that were given and are not in the queue.
    private static int report(ChosenMessages chosen, OutcomeReport report) {
        chosen.missing().forEach(report::missing);
        report.flush();
        return chosen.missing().isEmpty() ? ExitStatus.OK : ExitStatus.BAD;
    }
}
