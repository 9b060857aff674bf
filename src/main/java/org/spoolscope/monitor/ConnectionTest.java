package org.spoolscope.monitor;

import java.time.InstantSource;
import java.util.List;
import org.spoolscope.model.Capability;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// What came of trying a server before it is saved.
public sealed interface ConnectionTest {
    /// Connected and logged in; `capabilities` in `doctor`'s order.
    record Passed(ServerFacts facts, List<Capability> capabilities) implements ConnectionTest {
        public Passed {
            capabilities = List.copyOf(capabilities);
        }
    }

    record Failed(LinkFailure failure) implements ConnectionTest {}

    /// Probes and asks what the account may do, over an open connection.
    static ConnectionTest of(SshConnection connection, ServerConfig server, InstantSource clock)
            throws SshException, InterruptedException {
        ServerFacts facts = ServerProbe.of(connection, clock);
        return new Passed(facts, Doctor.examine(connection, facts, server));
    }
}
