package org.spoolscope.model.blocklist;

import java.util.Locale;

/// What is known of an address, or a domain, and one list, once the list itself has been proved to
/// work by its control probes (RFC 5782, sections 5 and 7). Only the first three are answers of the
/// list; every other one means "not known", and is never shown as clean.
public enum Verdict {
    /// The list names it, as a source of unwanted mail.
    LISTED,
    /// The list names it, but only says what kind of address it is, such as a dynamic one.
    POLICY,
    /// The list was proved to answer, and does not name it.
    CLEAN,
    /// The list answered with a code that means no answer: a public resolver, too many queries, a
    /// key that is not valid.
    REFUSED,
    /// The list names everything, also what must not be listed.
    WILDCARD,
    /// The answer is outside 127.0.0.0/8: a resolver that rewrites answers, or a parked domain.
    REWRITTEN,
    /// The list is known to be closed, or its zone does not exist any more.
    DEAD,
    /// Not named, but the list does not name its own test entry either: emptied, or silent.
    UNVERIFIED,
    /// No answer in time.
    TIMEOUT,
    /// The resolver failed (SERVFAIL, REFUSED), could not be reached, or answered with nonsense.
    ERROR;

    /// As it is called in JSON.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the list has answered, so that the verdict says something of the address.
    public boolean isAnswer() {
        return this == LISTED || this == POLICY || this == CLEAN;
    }
}
