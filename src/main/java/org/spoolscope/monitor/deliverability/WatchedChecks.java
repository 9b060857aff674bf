package org.spoolscope.monitor.deliverability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.monitor.blocklist.QuotedAddresses;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.ssh.SshException;

/// Looks up what the DNS says of servers that are watched, over their open connections. For any
/// thread.
///
/// @param clock the fleet's
public record WatchedChecks(Fleet fleet, InstantSource clock) {
    /// Asks about a server's addresses, names and domains, through the server's own resolver.
    /// Blocks for as long as that takes, mostly some seconds; interruption ends it.
    ///
    /// @param begun told before the first question, on the caller's thread
    public DeliverabilityResult check(String server, Consumer<ServerCheck.Begun> begun)
            throws InterruptedException {
        ServerLink link = fleet.link(server).orElse(null);
        Ground ground = link == null ? null : link.ground(null, Duration.ZERO).orElse(null);
        if (link == null || ground == null) {
            return new DeliverabilityResult.NoLink();
        }
        try {
            return new DeliverabilityResult.Answered(
                    new ServerCheck(
                                    ground.connection(),
                                    link.config(),
                                    ground.facts(),
                                    quoted(server),
                                    clock)
                            .run(Scope.SEEN, begun));
        } catch (SshException e) {
            return new DeliverabilityResult.Lost(e.failure());
        }
    }

    private List<Quoted> quoted(String server) {
        return fleet.snapshot()
                .server(server)
                .map(one -> QuotedAddresses.of(one.log().causes()))
                .orElse(List.of());
    }
}
