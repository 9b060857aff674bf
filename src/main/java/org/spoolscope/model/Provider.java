package org.spoolscope.model;

import java.util.List;

/// A mailbox provider, as it stands in `providers.toml`.
///
/// @param name as people call it
/// @param relays domains of its mail hosts; names below them fit, too
/// @param domains recipient domains that are surely its own
public record Provider(String name, List<String> relays, List<String> domains) {
    public Provider {
        relays = List.copyOf(relays);
        domains = List.copyOf(domains);
    }
}
