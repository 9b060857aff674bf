package org.spoolscope.model.action;

import java.util.Locale;

/// What came of an action for one message.
public enum Result {
    /// Done, as Postfix itself said.
    CHANGED,
    /// Not in the queue any more: delivered, returned or removed before.
    GONE,
    /// Another message has this id now: not touched, or put back as it was.
    MISMATCH,
    /// The server did not allow it.
    REFUSED,
    /// It could not be done, or what came of it is not known.
    FAILED;

    /// As the command line prints it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
