package org.spoolscope.model;

import org.jspecify.annotations.Nullable;

/// What became of the mail for one recipients' domain in one minute, of one cause.
///
/// @param minute since the epoch, by the log's own times
/// @param domain in lower case; no address
/// @param cause why it was put off or given back; null for what was sent
/// @param sent recipients delivered
/// @param deferred attempts put off
/// @param bounced recipients given back to the sender
public record MinuteOutcome(
        long minute,
        String domain,
        @Nullable CauseClass cause,
        long sent,
        long deferred,
        long bounced) {}
