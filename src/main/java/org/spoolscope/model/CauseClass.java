package org.spoolscope.model;

import java.util.Locale;

/// Why a recipient was put off, bounced or refused: a closed set. The rules that tell them apart
/// are data (`causes.toml`); each has its words in the bundle.
public enum CauseClass {
    RATE_LIMITED,
    GREYLISTED,
    /// Our address is blocked, or on a list that the reply may name.
    IP_BLOCKED,
    MAILBOX_FULL,
    NO_SUCH_USER,
    /// Policy or authentication: SPF, DKIM, DMARC, reverse DNS, not allowed to relay.
    POLICY,
    /// Content or spam.
    CONTENT,
    DNS,
    CONNECTION,
    TLS,
    LOOP,
    LOCAL_CONFIG,
    DISK_FULL,
    EXPIRED,
    OTHER;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// As files and the command line write it: `rate-limited`.
    public String label() {
        return label;
    }
}
