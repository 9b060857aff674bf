package org.spoolscope.ssh;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Where the connections lead that clients of an [EmbeddedSshServer] ask it for.
@FunctionalInterface
public interface RemoteNet {
    /// Forwards nothing, as with `AllowTcpForwarding no`.
    RemoteNet FORBIDDEN = (_, _) -> null;

    /// What is really connected to; null when the server does not forward there.
    ///
    /// @param host a name or address, as the client wrote it
    @Nullable InetSocketAddress address(String host, int port);
}
