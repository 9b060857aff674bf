package org.spoolscope.monitor.deliverability;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.deliverability.Deliverability;
import org.spoolscope.model.Capability;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.monitor.WatchedInstances;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.monitor.lookup.ServerResolver;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Looks up what the DNS says of one server that sends, through the server's own resolver. For any
/// thread.
///
/// @param connection to the server; it stays the caller's
/// @param quoted addresses of the server that replies in its log name, as far as it is followed
public record ServerCheck(
        SshConnection connection,
        ServerConfig server,
        ServerFacts facts,
        List<Quoted> quoted,
        InstantSource clock) {
    public ServerCheck {
        quoted = List.copyOf(quoted);
    }

    /// What is known before the first question.
    ///
    /// @param resolver who is asked, for people
    /// @param logRead whether the log was looked at; where it may not be read, only the domains of
    ///   the settings are known, and behind a NAT perhaps no address
    public record Begun(String resolver, SendingAddresses sending, boolean logRead) {}

    /// What came of it.
    public sealed interface Outcome {
        /// All that was found.
        record Checked(Begun begun, List<Finding> findings) implements Outcome {
            public Checked {
                findings = List.copyOf(findings);
            }
        }

        /// No resolver can be asked.
        ///
        /// @param missing why, and what would let it be asked
        record NoResolver(Capability missing) implements Outcome {}
    }

    /// Finds out what the server shows of itself, and has that judged. Blocks: for a few seconds
    /// with a large log, and as long as the resolver takes. Interruption ends it.
    ///
    /// @param begun told before the first question, on the caller's thread
    /// @throws SshException when the link is lost
    public Outcome run(Scope scope, Consumer<Begun> begun)
            throws SshException, InterruptedException {
        return switch (ServerResolver.find(connection, server.name())) {
            case ResolverWay.None none -> new Outcome.NoResolver(none.capability(facts.user()));
            case ResolverWay.Found(DnsClient client) -> {
                try (client) {
                    yield check(client, scope, begun);
                }
            }
        };
    }

    private Outcome check(DnsClient dns, Scope scope, Consumer<Begun> begun)
            throws SshException, InterruptedException {
        SendingAddresses found =
                SendingAddresses.find(
                        connection, WatchedInstances.of(facts, server), server, quoted);
        SendersInLog log =
                scope.needsLog() || !found.translated().isEmpty()
                        ? SendersInLog.read(connection, server, facts, clock)
                        : SendersInLog.unread();
        SendingAddresses sending = found.quoting(log.quoted());
        Begun known = new Begun(dns.resolver(), sending, log.wasRead());
        begun.accept(known);
        MailIdentity who = scope.of(ServerIdentity.of(sending, log));
        return new Outcome.Checked(known, findings(dns, who));
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
}
