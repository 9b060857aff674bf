package org.spoolscope.postfix.cause;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blocklist that a reply names by its zone, for lists that no rule knows: one of the
/// receiver's own, or of the person's. The text is the receiver's and may say anything: only what
/// stands where mail servers put a zone counts.
public final class NamedZone {
    private static final int LONGEST = 4096;

    /// Postfix (`default_rbl_reply`): "Client host [192.0.2.10] blocked using bl.example"; Exim's
    /// documentation: "is in a black list at bl.example"; others: "listed in bl.example".
    private static final Pattern PLACE =
            Pattern.compile(
                    "\\b(?:blocked using|(?:black|block)[- ]?list (?:at|in)|listed (?:in|on|at|by))"
                            + " \\(?((?:[a-z0-9_-]{1,63}\\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9])\\b",
                    Pattern.CASE_INSENSITIVE);

    private NamedZone() {}

    /// Looks for it.
    ///
    /// @return the zone in small letters
    public static Optional<String> in(String reply) {
        Matcher place = PLACE.matcher(reply.substring(0, Math.min(reply.length(), LONGEST)));
        return place.find()
                ? Optional.of(place.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
