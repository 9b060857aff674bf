package org.spoolscope.model.blocklist;

/// An address that a server's mail leaves from, as other servers see it.
///
/// @param address IPv4 or IPv6 in its canonical form
/// @param why how it was found, for people, such as `smtp_bind_address of postfix-out`
public record CheckedAddress(String address, String why) {}
