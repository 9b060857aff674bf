package org.spoolscope.monitor;

import java.util.Optional;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.ssh.SshConnection;

/// An open connection to a server, and what was found out about it.
public record Ground(SshConnection connection, ServerFacts facts) {
    /// Where an instance has its configuration; nothing when the server has no such instance.
    public Optional<String> configDirectory(String instance) {
        return facts.instances().stream()
                .filter(one -> one.name().equals(instance))
                .map(Instance::configDirectory)
                .findFirst();
    }
}
