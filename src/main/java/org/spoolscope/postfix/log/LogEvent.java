package org.spoolscope.postfix.log;

import java.util.Locale;

/// What a line of Postfix's log tells. The names in lower case are those of the `events` command.
public enum LogEvent {
    /// smtpd: a client connected.
    CONNECT,
    /// smtpd: a client disconnected, in good order or not.
    DISCONNECT,
    /// smtpd: `lost connection after …`, `timeout after …`, `too many errors after …`.
    LOST,
    /// smtpd: a message is about to come from a client; it may never become one.
    CLIENT,
    /// pickup: a message from a local account, or one that was requeued.
    PICKUP,
    /// cleanup: the Message-ID.
    MESSAGE_ID,
    /// qmgr: a message entered the active queue; again at each retry.
    QUEUED,
    /// A delivery agent: what came of one recipient.
    DELIVERY,
    /// qmgr: too old, or expired by force; returned to the sender.
    EXPIRED,
    /// qmgr: finished; cleanup (3.10 and later): given up before it was queued.
    REMOVED,
    /// bounce: a notification was made, a message of its own.
    BOUNCE_NOTICE,
    REJECT,
    HOLD,
    DISCARD,
    FILTER,
    REDIRECT,
    /// smtpd or cleanup: an access or header rule that only says so (`warn`, `reject_warning`).
    WARN,
    /// postsuper: one message, or a total.
    POSTSUPER,
    TLS,
    POSTSCREEN,
    /// dnsblog: an inbound client is on a list.
    DNSBL,
    ANVIL,
    MASTER,
    WARNING,
    ERROR,
    FATAL,
    PANIC,
    /// A line of Postfix that no rule knows.
    OTHER,
    /// Not a line of Postfix's.
    FOREIGN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// As the command line prints it.
    public String label() {
        return label;
    }
}
