package org.spoolscope.ssh;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;

/// Whom to connect to, as whom.
///
/// @param identity path of the only private key to offer, or null for the default ones
record Target(String host, int port, String user, @Nullable String identity) {
    private static final int SSH_PORT = 22;

    static Target of(ServerConfig server, SshSettings settings) {
        Integer port = server.port();
        String user = server.user();
        return new Target(
                server.host(),
                port == null ? SSH_PORT : port,
                user == null ? settings.user() : user,
                server.identity());
    }

    /// As it stands in known_hosts: the port only when it is not 22.
    String knownHostsName() {
        return isDefaultPort() ? bareName() : "[" + bareName() + "]:" + port;
    }

    String bareName() {
        return host.toLowerCase(Locale.ROOT);
    }

    boolean isDefaultPort() {
        return port == SSH_PORT;
    }

    /// For people.
    @Override
    public String toString() {
        return host + " port " + port;
    }
}
