package org.spoolscope.monitor.blocklist;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.blocklist.BlocklistChecker;
import org.spoolscope.dns.blocklist.Subject;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.monitor.lookup.ServerResolver;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Asks the lists through the resolver of one server, as long as a connection to it lasts. What was
/// answered is remembered as long.
///
/// Thread-safe; one at a time looks for the resolver.
public final class ServerLists implements AutoCloseable {
    private final SshConnection connection;
    private final String server;
    private volatile ListSettings settings;
    private final InstantSource clock;
    private @Nullable Open open;
    private boolean closed;

    /// A way to a resolver, and what is asked there.
    private record Open(DnsClient client, BlocklistChecker checker, List<Blocklist> lists) {
        static Open of(DnsClient client, ListSettings settings, InstantSource clock) {
            Catalogue catalogue = settings.catalogue();
            return new Open(
                    client,
                    new BlocklistChecker(client, catalogue, settings.limits(), clock),
                    catalogue.asked());
        }
    }

    /// What came of asking.
    public sealed interface Outcome {
        /// Each list that fits, for each subject.
        record Checked(List<ListCheck> checks, String resolver) implements Outcome {}

        /// No resolver can be reached.
        record NoWay(ResolverWay.None why) implements Outcome {}
    }

    /// @param server how it is called, for people
    public ServerLists(
            SshConnection connection, String server, ListSettings settings, InstantSource clock) {
        this.connection = connection;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /// Other lists are asked from now on. What they answer is to be proved anew.
    public synchronized void use(ListSettings other) {
        settings = other;
        if (open != null) {
            open = Open.of(open.client(), other, clock);
        }
    }

    /// Those that are asked, in the order of the catalogue.
    List<Blocklist> lists() {
        return settings.catalogue().asked();
    }

    /// Asks all lists about a server's addresses, and the domains that its own mail is from. Blocks
    /// as [#check(List)] does.
    ///
    /// @throws SshException when the link is lost
    public Outcome check(SendingAddresses found) throws SshException, InterruptedException {
        return check(Subjects.of(found).all());
    }

    /// Asks all lists about all subjects. Blocks until all have answered, or have been given up.
    ///
    /// @throws SshException when the link is lost
    public Outcome check(List<Subject> subjects) throws SshException, InterruptedException {
        return switch (open()) {
            case ResolverWay.None none -> new Outcome.NoWay(none);
            case ResolverWay.Found(DnsClient client) -> check(subjects, client);
        };
    }

    private Outcome check(List<Subject> subjects, DnsClient client) throws InterruptedException {
        List<CompletableFuture<ListCheck>> asked = new ArrayList<>();
        Open now = opened(client);
        for (Subject subject : subjects) {
            for (Blocklist list : now.lists()) {
                if (subject.fits(list)) {
                    asked.add(now.checker().check(subject, list));
                }
            }
        }
        List<ListCheck> checks = new ArrayList<>();
        for (CompletableFuture<ListCheck> one : asked) {
            checks.add(await(one));
        }
        if (!checks.isEmpty() && checks.stream().allMatch(ServerLists::isNoAnswer)) {
            // Another way may be open by now.
            forget(client);
        }
        return new Outcome.Checked(checks, client.resolver());
    }

    private static boolean isNoAnswer(ListCheck check) {
        return check.verdict() == Verdict.TIMEOUT || check.verdict() == Verdict.ERROR;
    }

    private static ListCheck await(CompletableFuture<ListCheck> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized ResolverWay open() throws SshException, InterruptedException {
        Open now = open;
        if (now != null) {
            return new ResolverWay.Found(now.client());
        }
        ResolverWay way = ServerResolver.find(connection, server);
        if (way instanceof ResolverWay.Found(DnsClient client)) {
            open = Open.of(client, settings, clock);
            if (closed) {
                client.close();
            }
        }
        return way;
    }

    private synchronized Open opened(DnsClient client) {
        Open now = open;
        return now != null && now.client().equals(client) ? now : Open.of(client, settings, clock);
    }

    private synchronized void forget(DnsClient client) {
        if (open != null && open.client().equals(client)) {
            open = null;
            client.close();
        }
    }

    /// What is asked just then is answered as an error.
    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.client().close();
        }
    }
}
