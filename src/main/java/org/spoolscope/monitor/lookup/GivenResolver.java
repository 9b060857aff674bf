package org.spoolscope.monitor.lookup;

import java.net.InetSocketAddress;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.ResolverClient;

/// A resolver that the person named, asked from this computer.
public final class GivenResolver {
    private GivenResolver() {}

    /// A client with a thread of its own, which ends when it is closed.
    public static DnsClient open(InetSocketAddress address) {
        return new ResolverClient(
                address,
                ResolverClient.LIMIT,
                Thread.ofPlatform().daemon().name("resolver").factory());
    }
}
