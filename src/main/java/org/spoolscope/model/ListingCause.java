package org.spoolscope.model;

/// Why the log alone does not tell what is in a queue, so that a listing is called for.
public enum ListingCause {
    /// It has not been listed yet.
    NOT_LISTED,
    /// Lines of the log are lost, or may be.
    GAP,
    /// The log could not be read for a while.
    NOT_READ,
    /// A line was about a message that we did not know.
    UNKNOWN_MESSAGE,
    /// `postsuper` told how many messages it changed, and did not name them all, as with `ALL`.
    UNEXPLAINED_TOTAL,
    /// A message was put on hold as it came; the log tells neither its size nor all recipients.
    HELD_ON_ARRIVAL,
    /// More happened while it was listed than can be remembered, so that listing was of no use.
    TOO_MUCH_MEANWHILE
}
