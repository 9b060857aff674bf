package org.spoolscope.model;

import org.jspecify.annotations.Nullable;

/// One recipient of a queued message.
///
/// @param address in quoted (RFC 5321) form, as Postfix printed it
/// @param reason why it was deferred (`delay_reason`, or `bounce_reason` of Postfix 3.11), or null
///   where no reason is on file
public record Recipient(String address, @Nullable String reason) {
    /// The part after the last `@`, in lower case, or empty where there is none.
    public String domain() {
        return Addresses.domain(address);
    }
}
