package org.spoolscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One configured server, as `servers.toml` describes it. Null means "not said": what OpenSSH's
/// defaults say, or what is found on the server.
///
/// @param name how the console calls it; unique in the file
/// @param host a name or an address
/// @param port 1 to 65535
/// @param identity path of a private key file
/// @param jump `ProxyJump`
/// @param log path of the log file
/// @param instance the one Postfix instance to watch; default all
/// @param addresses the sending IPs to check
/// @param elevate how to become root for actions
/// @param readOnly whether nothing is ever changed there
public record ServerConfig(
        String name,
        String host,
        @Nullable String user,
        @Nullable Integer port,
        @Nullable String identity,
        @Nullable String jump,
        @Nullable String log,
        @Nullable String instance,
        List<String> addresses,
        List<String> tags,
        @Nullable Elevation elevate,
        boolean readOnly) {
    /// How the account becomes root for actions.
    public enum Elevation {
        SUDO,
        NONE
    }

    public ServerConfig {
        addresses = List.copyOf(addresses);
        tags = List.copyOf(tags);
        if (name.isBlank() || host.isBlank()) {
            throw new IllegalArgumentException("a server needs a name and a host");
        }
        if (port != null && (port < 1 || port > 65_535)) {
            throw new IllegalArgumentException("port must be 1 to 65535, not " + port);
        }
    }

    /// A server of which only the name and host are known.
    public static ServerConfig of(String name, String host) {
        return new ServerConfig(
                name, host, null, null, null, null, null, null, List.of(), List.of(), null, false);
    }

    public ServerConfig withUser(@Nullable String user) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withPort(@Nullable Integer port) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withIdentity(@Nullable String identity) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withTags(List<String> tags) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withInstance(@Nullable String instance) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withLog(@Nullable String log) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }

    public ServerConfig withReadOnly(boolean readOnly) {
        return new ServerConfig(
                name, host, user, port, identity, jump, log, instance, addresses, tags, elevate,
                readOnly);
    }
}
