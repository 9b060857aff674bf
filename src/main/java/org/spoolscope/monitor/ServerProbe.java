package org.spoolscope.monitor;

import java.time.InstantSource;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.Probe;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Finds out what a server is, once per connection.
public final class ServerProbe {
    private ServerProbe() {}

    /// The facts; without Postfix on the server there are no instances among them. Blocks for one
    /// round trip.
    ///
    /// @throws SshException when the link is lost
    public static ServerFacts of(SshConnection connection, InstantSource clock)
            throws SshException, InterruptedException {
        return Probe.parse(
                        connection
                                .run(PostfixCommands.PROBE.call(), new byte[0], Budget.SMALL)
                                .text(),
                        clock.instant())
                .facts();
    }
}
