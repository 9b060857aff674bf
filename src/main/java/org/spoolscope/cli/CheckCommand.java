package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.blocklist.ServerLists;
import org.spoolscope.monitor.deliverability.Scope;
import org.spoolscope.monitor.deliverability.ServerCheck;
import org.spoolscope.monitor.deliverability.ServerCheck.Outcome;
import org.spoolscope.monitor.lookup.SendingAddresses;
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
        Catalogue catalogue = session.blocklists();
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            CheckReport report =
                    session.wantsJson()
                            ? new CheckJson(session.json(), name)
                            : new CheckRows(session.terminal(), catalogue);
            ServerCheck check =
                    new ServerCheck(connection, server, facts, List.of(), session.clock());
            return switch (check.run(
                    new Scope(domains, selectors), begun -> begin(report, begun))) {
                case Outcome.NoResolver(Capability missing) -> throw noResolver(missing);
                case Outcome.Checked(ServerCheck.Begun begun, List<Finding> findings) ->
                        end(report, findings, listed(connection, catalogue, begun.sending()));
            };
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        }
    }

    private void begin(CheckReport report, ServerCheck.Begun begun) {
        if (!begun.logRead()) {
            if (begun.sending().isBlind()) {
                session.terminal().say(Words.get("cli.check.no-log-blind", name));
            } else if (domains.isEmpty()) {
                session.terminal().say(Words.get("cli.check.no-log", name));
            }
        }
        report.begin(begun.resolver(), begun.sending());
    }

    private List<ListCheck> listed(
            SshConnection connection, Catalogue catalogue, SendingAddresses sending)
            throws SshException, InterruptedException {
        ListSettings settings = ListSettings.of(catalogue);
        try (ServerLists lists = new ServerLists(connection, name, settings, session.clock())) {
            return lists.check(sending) instanceof ServerLists.Outcome.Checked checked
                    ? checked.checks()
                    : List.of();
        }
    }

    private static int end(CheckReport report, List<Finding> findings, List<ListCheck> lists) {
        report.end(findings, lists);
        boolean bad =
                findings.stream().anyMatch(one -> one.severity() == Severity.BAD)
                        || lists.stream().anyMatch(one -> one.verdict() == Verdict.LISTED);
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
