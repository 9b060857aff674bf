package org.spoolscope.postfix.log;

import java.util.Locale;

/// What a line of Postfix's log tells. The names in lower case are those of the `events` command.
public enum LogEvent {
    /// smtpd: a client connected.
    CONNECT,
    /// smtpd: a client disconnected, in good order or not; the text counts its commands.
    DISCONNECT,
    /// smtpd: `lost connection after …`, `timeout after …`, `too many errors after …`; the action
    /// is which of them.
    LOST,
    /// smtpd: a message is about to come from a client; it may never become one. Without an id
    /// where a filter before the queue has it first.
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
    /// smtpd or cleanup: given to a content filter; `proxy-accept`: taken by the one before the
    /// queue.
    FILTER,
    /// smtpd or cleanup: other or more recipients (`redirect`, `bcc`); local: `passing` a recipient
    /// to the transport that the text names.
    REDIRECT,
    /// smtpd or cleanup: an access or header rule that only says so (`warn`, `reject_warning`,
    /// `info`), or that changes a header (`prepend`, `replace`, `strip`).
    WARN,
    /// postsuper: one message, `placed on hold`; or a total, `Placed on hold` with a text such as
    /// `12 messages`.
    POSTSUPER,
    /// smtp, smtpd, tlsproxy: a connection was encrypted, or could not be.
    TLS,
    /// The action is postscreen's word in capitals, such as `PASS NEW`.
    POSTSCREEN,
    /// dnsblog: an inbound client is on a list.
    DNSBL,
    /// Statistics of anvil and scache.
    ANVIL,
    /// master and the scripts; and housekeeping of any daemon (`table … has changed`, `cache …
    /// cleanup`).
    MASTER,
    /// With the severity `warning`; without one, what the SMTP client met on the way to a recipient
    /// (`connect to …: Connection refused`).
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
