package org.spoolscope.model;

import java.util.List;
import java.util.Optional;

/// Addresses that no mail comes from over the Internet (IANA's registries of special-purpose
/// addresses), so that no list can say anything of them. Addresses of documentation and loopback
/// are not among them: lists are tried out with these.
public enum SpecialAddress {
    PRIVATE("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
    SHARED("100.64.0.0/10"),
    LINK_LOCAL("169.254.0.0/16", "fe80::/10"),
    MULTICAST("224.0.0.0/4", "ff00::/8"),
    RESERVED("0.0.0.0/8", "240.0.0.0/4", "::/127");

    private record Network(IpAddress first, int prefix) {}

    private final List<Network> networks;

    SpecialAddress(String... networks) {
        this.networks = List.of(networks).stream().map(SpecialAddress::network).toList();
    }

    /// What is special about an address; empty where nothing is.
    public static Optional<SpecialAddress> of(IpAddress address) {
        for (SpecialAddress kind : values()) {
            for (Network network : kind.networks) {
                if (address.isIn(network.first(), network.prefix())) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        return new Network(
                IpAddress.parse(text.substring(0, slash)).orElseThrow(),
                Integer.parseInt(text, slash + 1, text.length(), 10));
    }
}
