package org.spoolscope.postfix;

import java.nio.charset.StandardCharsets;
import org.spoolscope.postfix.cause.ReasonFacts;
import org.spoolscope.postfix.cause.ReasonNormaliser;

/// What a delay reason of a listing says; [ReasonNormaliser] knows how Postfix words it.
///
/// @param relay the host, in lower case; empty where none is named
/// @param ip its address; empty where none is named
/// @param code the SMTP reply code, 0 where there is none
/// @param dsn the enhanced status code the remote sent, such as `4.7.28`, or empty
/// @param suspended no attempt was made this time
/// @param cause the reason without the words that say so, at most 2,000 bytes
/// @param normalised a text that is the same for all messages that wait for the same cause: what
///   differs from one to the next (ids, addresses, numbers, times, which of a provider's hosts)
///   becomes `…` or is left out
public record ReasonText(
        String relay,
        String ip,
        int code,
        String dsn,
        boolean suspended,
        String cause,
        String normalised) {
    /// Longer reasons are judged by their beginning; Postfix cuts log lines there, too.
    private static final int LIMIT = 2000;

    public static ReasonText of(String reason) {
        String text = reason.length() <= LIMIT ? reason : reason.substring(0, LIMIT);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ReasonNormaliser normaliser = ReasonNormaliser.once(bytes.length);
        normaliser.normalise(bytes, 0, bytes.length);
        ReasonFacts facts = normaliser.facts();
        return new ReasonText(
                facts.host(),
                facts.address(),
                facts.code(),
                facts.status(),
                facts.suspended(),
                facts.suspended() ? text.substring(facts.causeStart()) : text,
                normaliser.text());
    }
}
