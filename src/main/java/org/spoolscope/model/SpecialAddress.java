package org.spoolscope.model;

import java.util.List;
import java.util.Optional;

/// Addresses that no mail comes from over the Internet (IANA's registries of special-purpose
/// addresses), so that no list can say anything of them. Addresses of documentation and loopback
/// are not among them: lists are tried out with these.
public enum SpecialAddress {
    PRIVATE,
    SHARED,
    LINK_LOCAL,
    MULTICAST,
    RESERVED;

    private static final List<Network> NETWORKS =
            List.of(
                    network(PRIVATE, "10.0.0.0", 8),
                    network(PRIVATE, "172.16.0.0", 12),
                    network(PRIVATE, "192.168.0.0", 16),
                    network(PRIVATE, "fc00::", 7),
                    network(SHARED, "100.64.0.0", 10),
                    network(LINK_LOCAL, "169.254.0.0", 16),
                    network(LINK_LOCAL, "fe80::", 10),
                    network(MULTICAST, "224.0.0.0", 4),
                    network(MULTICAST, "ff00::", 8),
                    network(RESERVED, "0.0.0.0", 8),
                    network(RESERVED, "240.0.0.0", 4),
                    network(RESERVED, "::", 127));

    private record Network(SpecialAddress kind, IpAddress first, int prefix) {}

    /// What is special about an address; empty where nothing is.
    public static Optional<SpecialAddress> of(IpAddress address) {
        return NETWORKS.stream()
                .filter(network -> address.isIn(network.first(), network.prefix()))
                .map(Network::kind)
                .findFirst();
    }

    private static Network network(SpecialAddress kind, String first, int prefix) {
        return new Network(kind, IpAddress.parse(first).orElseThrow(), prefix);
    }
}
