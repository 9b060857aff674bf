package org.spoolscope.postfix.log;

/// What a [LogLine] may hold. Names as in the JSON of the `events` command; of nested objects the
/// members, such as `client.ip` for [#CLIENT_IP].
public enum LogField {
    /// The host in the line's header.
    HOST,
    /// As logged, such as `postfix/submission/smtpd`.
    PROGRAM,
    PID,
    /// The text behind the header, whole.
    MESSAGE,
    /// Queue id; never `NOQUEUE`.
    ID,
    /// Of a notification or a forwarded message: the child's id.
    NEW_ID,
    /// The id before: of a requeued message in pickup's line, of one that a content filter gives
    /// back in smtpd's.
    ORIG_ID,
    /// Without the angle brackets; empty for the null sender.
    FROM,
    TO,
    ORIG_TO,
    SIZE,
    NRCPT,
    /// Without the angle brackets.
    MESSAGE_ID,
    UID,
    CLIENT_NAME,
    CLIENT_IP,
    CLIENT_PORT,
    SASL_METHOD,
    SASL_USERNAME,
    HELO,
    PROTO,
    /// The next hop's name, or `none`, `local`, `virtual`, a pipe's service name.
    RELAY_HOST,
    /// An address, or the path of a socket.
    RELAY_IP,
    RELAY_PORT,
    CONN_USE,
    DELAY,
    /// `delays=a/b/c/d`: until the active queue, in it, connection setup, transmission.
    DELAY_A,
    DELAY_B,
    DELAY_C,
    DELAY_D,
    /// Of a delivery what 3.11 says of its TLS level; of a TLS connection `Trusted`, `Verified` ….
    TLS,
    /// As logged with a delivery, or in the reply that we gave.
    DSN,
    /// As logged: `sent`, `deferred`, `bounced`, `SOFTBOUNCE`, `deliverable`, `undeliverable`,
    /// `expanded`, `relayed`, `expired`, `force-expired`.
    STATUS,
    /// What stands in the parentheses behind the status, or all that is there of it in a cut line.
    REASON,
    /// Who answered, or was asked for, in the reason.
    REMOTE_HOST,
    REMOTE_IP,
    /// The SMTP reply code.
    REMOTE_CODE,
    /// The enhanced status code of the reply.
    REMOTE_DSN,
    /// What it said, without the codes in front; or what happened, such as `Connection refused`.
    REMOTE_TEXT,
    /// The command it was the reply to, such as `RCPT TO`, or what was going on.
    REMOTE_COMMAND,
    /// smtpd, cleanup: `reject`, `hold`, `milter-reject` …; postsuper: `removed`, `placed on hold`
    /// …
    ACTION,
    /// Of the SMTP dialogue: `CONNECT`, `RCPT`, `END-OF-MESSAGE` …; of cleanup: `header`, `body` …
    STAGE,
    /// The SMTP reply code that we gave.
    CODE,
    /// `warning`, `error`, `fatal` or `panic`.
    SEVERITY,
    /// What is left for people to read: the reply we gave, the warning, the whole of an unknown
    /// line.
    TEXT
}
