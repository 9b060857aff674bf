package org.spoolscope.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All servers at one moment.
///
/// @param servers in the order of `servers.toml`
public record FleetSnapshot(List<ServerSnapshot> servers) {
    public static final FleetSnapshot EMPTY = new FleetSnapshot(List.of());

    public FleetSnapshot {
        servers = List.copyOf(servers);
    }

    public Optional<ServerSnapshot> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /// Worst first, then by queue total, then by name.
    public List<ServerSnapshot> worstFirst() {
        return servers.stream()
                .sorted(
                        Comparator.comparing(ServerSnapshot::severity)
                                .thenComparingInt(server -> server.counts().total())
                                .reversed()
                                .thenComparing(ServerSnapshot::name))
                .toList();
    }
}
