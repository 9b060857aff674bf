package org.spoolscope.model.blocklist;

import java.time.Instant;

/// A listing that the person does not want to hear of.
///
/// @param subject the address or domain
/// @param list by its name in the catalogue
/// @param reason in the person's words
public record Mute(String subject, String list, String reason, Instant at) {
    /// Whether it is about what this check is about.
    public boolean is(ListCheck check) {
        return subject.equals(check.subject()) && list.equals(check.list());
    }
}
