package org.spoolscope.dns.deliverability;

import java.util.List;
import java.util.Optional;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.SpecialAddress;

/// Addresses that receivers can see.
final class PublicAddresses {
    private PublicAddresses() {}

    /// Those of the literals that are some, in their order.
    static List<IpAddress> of(List<String> literals) {
        return literals.stream()
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .filter(address -> SpecialAddress.of(address).isEmpty())
                .toList();
    }
}
