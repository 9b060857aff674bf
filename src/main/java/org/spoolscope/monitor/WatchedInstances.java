package org.spoolscope.monitor;

import java.util.List;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;

/// Which of a server's Postfix instances are looked at.
public final class WatchedInstances {
    private WatchedInstances() {}

    /// The one that the server's settings name, else all that postmulti has enabled. Empty when the
    /// named one, or any, is not there.
    public static List<Instance> of(ServerFacts facts, ServerConfig server) {
        String wanted = server.instance();
        return facts.instances().stream()
                .filter(instance ->
                        wanted == null ? instance.enabled() : instance.name().equals(wanted))
                .toList();
    }
}
