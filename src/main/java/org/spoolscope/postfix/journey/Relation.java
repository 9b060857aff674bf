package org.spoolscope.postfix.journey;

/// How one message came of another.
public enum Relation {
    /// A notification to the sender or the postmaster.
    NOTIFICATION,
    /// The same message under a new id, by `postsuper -r`.
    REQUEUE,
    /// The same message, back from a content filter.
    FILTER,
    /// A local recipient's mail, forwarded.
    FORWARD,
    /// The same message on another server, or in another instance on the same one.
    NEXT_HOP
}
