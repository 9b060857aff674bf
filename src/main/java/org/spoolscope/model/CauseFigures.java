package org.spoolscope.model;

import java.time.Instant;

/// One cause, and how often the log named it.
///
/// @param kind what it comes down to
/// @param list the blocklist that the replies name, such as `Spamhaus ZEN`; empty where none
/// @param relay the domain of the hosts that say so, or where none was reached the destination
/// @param reason a reply with what varies taken out
/// @param example one of them as it was logged
/// @param exampleOf the recipient whom that one is about
/// @param deferred attempts put off for it
/// @param bounced recipients given back for it
/// @param recent both together, in the last five minutes
public record CauseFigures(
        CauseClass kind,
        String list,
        String relay,
        String reason,
        String example,
        String exampleOf,
        long deferred,
        long bounced,
        long recent,
        Instant first,
        Instant last) {}
