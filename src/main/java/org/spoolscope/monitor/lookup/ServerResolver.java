package org.spoolscope.monitor.lookup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.spoolscope.dns.ByteStream;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.dns.StreamClient;
import org.spoolscope.dns.StreamClient.Limits;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.ResolverFacts;
import org.spoolscope.host.ResolverFacts.Nameserver;
import org.spoolscope.host.ResolverFacts.Tool;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Forward;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Finds the way to the resolver that a server itself asks: the one whose answers decide for its
/// mail. First over connections to the resolvers of its `/etc/resolv.conf` that it makes for us;
/// where it makes none, or they get no answer, with its own `dig`, `drill` or `host`.
public final class ServerResolver {
    /// What every resolver answers, in one way or another, without asking anybody (RFC 6761 6.3).
    private static final DnsQuestion PROBE = new DnsQuestion("localhost", DnsQuestion.Type.A);

    /// A resolver that takes longer for that is of no use.
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);

    private final SshConnection connection;
    private final String server;
    private final ThreadFactory threads;
    private final List<String> failed = new ArrayList<>();
    private boolean forbidden;

    private ServerResolver(SshConnection connection, String server) {
        this.connection = connection;
        this.server = server;
        this.threads = Thread.ofVirtual().name("dns " + server).factory();
    }

    /// Tries one way after the other, and proves each with a question. Blocks for a round trip or
    /// two; for 2 s more with each resolver or program that does not answer, and 5 s with one that
    /// takes no connection.
    ///
    /// @param server how the server is called, for people
    /// @throws SshException when the link is lost
    public static ResolverWay find(SshConnection connection, String server)
            throws SshException, InterruptedException {
        return new ServerResolver(connection, server).find();
    }

    private ResolverWay find() throws SshException, InterruptedException {
        ResolverFacts facts =
                ResolverFacts.parse(
                        connection
                                .run(HostCommands.RESOLVER.call(), new byte[0], Budget.SMALL)
                                .text());
        for (Nameserver nameserver : facts.nameservers()) {
            String name = Words.get("lookup.forwarded", nameserver.host(), server).toString();
            if (forwards(nameserver, name)) {
                ByteStream.Opener opener = RemoteStreams.forwarded(connection, nameserver);
                DnsClient client = StreamClient.overTcp(name, opener, Limits.RESOLVER, threads);
                if (answers(client)) {
                    return new ResolverWay.Found(client);
                }
            }
        }
        for (Tool tool : facts.tools()) {
            String name = Words.get("lookup.program", tool.program(), server).toString();
            ByteStream.Opener opener = RemoteStreams.programs(connection, tool);
            DnsClient client = StreamClient.ofPrograms(name, opener, Limits.PROGRAMS, threads);
            if (answers(client)) {
                return new ResolverWay.Found(client);
            }
        }
        if (facts.tools().isEmpty()) {
            failed.add(Words.get("lookup.no-program").toString());
        }
        return new ResolverWay.None(failed, facts.nameservers(), facts.tools(), forbidden);
    }

    /// Whether the server makes a connection to it.
    private boolean forwards(Nameserver nameserver, String name)
            throws SshException, InterruptedException {
        return switch (RemoteStreams.connect(connection, nameserver)) {
            case Forward.Stream stream -> {
                stream.close();
                yield true;
            }
            case Forward.Forbidden _ -> {
                forbidden = true;
                failed.add(name + ": " + Words.get("lookup.forbidden"));
                yield false;
            }
            case Forward.Failed(String why) -> {
                failed.add(name + ": " + Words.get("lookup.no-tcp", why));
                yield false;
            }
        };
    }

    /// Whether anything comes back, be it a failure. One that does not answer is closed.
    private boolean answers(DnsClient client) throws SshException, InterruptedException {
        boolean answered = false;
        try {
            DnsReply reply =
                    client.ask(PROBE)
                            .completeOnTimeout(
                                    new DnsReply.Silent(PROBE_PATIENCE),
                                    PROBE_PATIENCE.toNanos(),
                                    TimeUnit.NANOSECONDS)
                            .get();
            String why =
                    switch (reply) {
                        case DnsReply.Unreachable(String unreachable) -> unreachable;
                        case DnsReply.Silent _ -> Words.get("lookup.silent").toString();
                        default -> "";
                    };
            answered = why.isEmpty();
            if (!answered) {
                LinkFailure lost = connection.lost().getNow(null);
                if (lost != null) {
                    throw new SshException(lost);
                }
                failed.add(client.resolver() + ": " + why);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!answered) {
                client.close();
            }
        }
        return answered;
    }
}
