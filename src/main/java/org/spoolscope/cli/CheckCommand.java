package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.deliverability.Scope;
import org.spoolscope.monitor.deliverability.ServerCheck;
import org.spoolscope.monitor.deliverability.ServerCheck.Outcome;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check SERVER`: what the DNS says of a server that sends, asked as the server itself asks.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            arity = "1..*",
            descriptionKey = "cli.option.check-domain")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--selector",
            paramLabel = "SELECTOR",
            arity = "1..*",
            descriptionKey = "cli.option.selector")
    private List<String> selectors = new ArrayList<>();

    private final Session session;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            CheckReport report =
                    session.wantsJson()
                            ? new CheckJson(session.json(), name)
                            : new CheckRows(session.terminal());
            ServerCheck check =
                    new ServerCheck(connection, server, facts, List.of(), session.clock());
            return switch (check.run(
                    new Scope(domains, selectors), begun -> begin(report, begun))) {
                case Outcome.NoResolver(Capability missing) -> throw noResolver(missing);
                case Outcome.Checked(_, List<Finding> findings) -> end(report, findings);
            };
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        }
    }

    private void begin(CheckReport report, ServerCheck.Begun begun) {
        if (domains.isEmpty() && !begun.logRead()) {
            session.terminal().say(Words.get("cli.check.no-log", name));
        }
        report.begin(begun.resolver(), begun.sending());
    }

    private static int end(CheckReport report, List<Finding> findings) {
        report.end(findings);
        boolean bad = findings.stream().anyMatch(one -> one.severity() == Severity.BAD);
        return bad ? ExitStatus.BAD : ExitStatus.OK;
    }

    /// With what would let the resolver be asked.
    private Failure noResolver(Capability missing) {
        List<DisplayText> lines = new ArrayList<>();
        lines.add(Words.get("cli.check.no-resolver", name, missing.evidence()));
        lines.add(Words.get("cli.doctor.grant"));
        missing.grant().lines().forEach(line -> lines.add(DisplayText.of("  " + line)));
        return new Failure(ExitStatus.NOT_ALLOWED, lines);
    }
}
