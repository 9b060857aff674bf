package org.spoolscope.monitor.lookup;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.IpAddress;

/// An address that a server's mail comes from.
///
/// @param because how that is known
/// @param evidence in words
public record SendingAddress(IpAddress address, Because because, DisplayText evidence) {
    /// How it is known, the surest first.
    public enum Because {
        /// `addresses` in servers.toml.
        STATED,
        /// `smtp_bind_address`, of main.cf or of a service of master.cf.
        BOUND,
        /// The only one of its family in `inet_interfaces`.
        INTERFACE,
        /// The kernel's choice for the default route.
        ROUTE,
        /// The server has no other of its family.
        ONLY,
        /// `proxy_interfaces`.
        PROXIED,
        /// Receivers say in their replies that they see this one.
        QUOTED
    }
}
