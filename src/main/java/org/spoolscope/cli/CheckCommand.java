package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.deliverability.Deliverability;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.WatchedInstances;
import org.spoolscope.monitor.deliverability.SendersInLog;
import org.spoolscope.monitor.deliverability.ServerIdentity;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.monitor.lookup.ServerResolver;
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
            try (DnsClient dns = resolver(connection, facts)) {
                return check(server, connection, facts, dns);
            }
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        }
    }

    private int check(
            ServerConfig server, SshConnection connection, ServerFacts facts, DnsClient dns)
            throws SshException, InterruptedException {
        SendingAddresses sending =
                SendingAddresses.find(
                        connection, WatchedInstances.of(facts, server), server, List.of());
        SendersInLog log =
                domains.isEmpty()
                        ? SendersInLog.read(connection, server, facts, session.clock())
                        : SendersInLog.unread();
        if (domains.isEmpty() && !log.wasRead()) {
            session.terminal().say(Words.get("cli.check.no-log", name));
        }
        CheckReport report =
                session.wantsJson()
                        ? new CheckJson(session.json(), name)
                        : new CheckRows(session.terminal());
        report.begin(dns.resolver(), sending);
        List<Finding> findings = findings(dns, identity(ServerIdentity.of(sending, log)));
        report.end(findings);
        boolean bad = findings.stream().anyMatch(one -> one.severity() == Severity.BAD);
        return bad ? ExitStatus.BAD : ExitStatus.OK;
    }

    private MailIdentity identity(MailIdentity found) {
        MailIdentity wanted =
                domains.isEmpty()
                        ? found
                        : found.forDomains(
                                domains.stream()
                                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                                        .distinct()
                                        .toList());
        return selectors.isEmpty() ? wanted : wanted.signingWith(selectors);
    }

    private static List<Finding> findings(DnsClient dns, MailIdentity who)
            throws InterruptedException {
        CompletableFuture<List<Finding>> all = new Deliverability(dns).check(who, _ -> {});
        try {
            return all.get();
        } catch (InterruptedException e) {
            all.cancel(true);
            throw e;
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws Failure with what would let the resolver be asked
    private DnsClient resolver(SshConnection connection, ServerFacts facts)
            throws Failure, SshException, InterruptedException {
        return switch (ServerResolver.find(connection, name)) {
            case ResolverWay.Found(DnsClient client) -> client;
            case ResolverWay.None none -> {
                Capability capability = none.capability(facts.user());
                List<DisplayText> lines = new ArrayList<>();
                lines.add(Words.get("cli.check.no-resolver", name, capability.evidence()));
                lines.add(Words.get("cli.doctor.grant"));
                capability.grant().lines().forEach(line -> lines.add(DisplayText.of("  " + line)));
                throw new Failure(ExitStatus.NOT_ALLOWED, lines);
            }
        };
    }
}
