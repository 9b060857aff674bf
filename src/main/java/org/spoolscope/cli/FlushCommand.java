package org.spoolscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `flush SERVER [--site DOMAIN]`: has deferred mail tried again now.
@Command(name = "flush")
final class FlushCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    @Option(names = "--site", paramLabel = "DOMAIN", descriptionKey = "cli.option.site")
    private String site = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.option.reason")
    private String reason = "";

    private final Session session;

    FlushCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        if (!site.isEmpty() && !site.matches("[\\[A-Za-z0-9][A-Za-z0-9.:_\\]-]{0,254}")) {
            throw Failure.usage("cli.act.no-site", site);
        }
        ServerConfig server = session.server(name);
        try (CommandLink link = CommandLink.to(server, session);
                CommandDesk desk = new CommandDesk(session, link)) {
            return desk.run(
                    ActionPlan.flush(name, site, reason),
                    new OutcomeReport(session, name, Verb.FLUSH));
        }
    }
}
