package org.spoolscope.postfix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a delay reason says, as Postfix's SMTP client words it (`src/smtp/smtp_trouble.c`,
/// `smtp_connect.c`): `host NAME[IP] said: REPLY (in reply to COMMAND)`, `host NAME[IP] refused to
/// talk to me: REPLY`, `connect to NAME[IP]:PORT: why`, `lost connection with NAME[IP] while …`,
/// `Name service error for name=NAME …`; any of them after `delivery temporarily suspended: `, when
/// no attempt was made because the destination is throttled.
///
/// @param relay the host, in lower case; empty where none is named
/// @param ip its address; empty where none is named
/// @param code the SMTP reply code, 0 where there is none
/// @param dsn the enhanced status code the remote sent, such as `4.7.28`, or empty
/// @param suspended no attempt was made this time
/// @param cause the reason without the words that say so, at most 2,000 characters
public record ReasonText(
        String relay, String ip, int code, String dsn, boolean suspended, String cause) {
    /// Longer reasons are judged by their beginning; Postfix cuts log lines there, too.
    private static final int LIMIT = 2000;

    private static final String SUSPENDED = "delivery temporarily suspended: ";
    private static final String NAME_ERROR = "Name service error for name=";
    private static final Pattern REPLY =
            Pattern.compile(
                    "(?:said|refused to talk to me): (\\d{3})(?:[- ](\\d\\.\\d{1,3}\\.\\d{1,3})(?![.\\d]))?");

    public static ReasonText of(String reason) {
        String text = reason.length() <= LIMIT ? reason : reason.substring(0, LIMIT);
        boolean suspended = text.startsWith(SUSPENDED);
        String cause = suspended ? text.substring(SUSPENDED.length()) : text;
        RemoteHost host = RemoteHost.firstIn(cause);
        Matcher reply = REPLY.matcher(cause);
        boolean replied = reply.find();
        String dsn = replied ? reply.group(2) : null;
        return new ReasonText(
                host == null ? unresolved(cause) : host.name(),
                host == null ? "" : host.ip(),
                replied ? Integer.parseInt(reply.group(1)) : 0,
                dsn == null ? "" : dsn,
                suspended,
                cause);
    }

    /// A text that is the same for all messages that wait for the same cause: what differs from one
    /// to the next (ids, addresses, numbers, times, which of a provider's hosts) becomes `…` or is
    /// left out. Made anew at each call.
    public String normalised() {
        return ReasonCause.of(cause);
    }

    /// The name that could not be looked up, or empty.
    private static String unresolved(String cause) {
        int at = cause.indexOf(NAME_ERROR);
        if (at < 0) {
            return "";
        }
        int from = at + NAME_ERROR.length();
        int to = cause.indexOf(' ', from);
        return RemoteHost.lowerCase(cause.substring(from, to < 0 ? cause.length() : to));
    }
}
