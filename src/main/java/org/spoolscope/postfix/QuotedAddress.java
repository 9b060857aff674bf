package org.spoolscope.postfix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.IpAddress;

/// The address that a receiver says it saw us at, found in its reply. Behind a NAT nothing on the
/// server knows it. The text is the receiver's and may say anything: an address counts only where
/// receivers are known to put ours, and not at all when that gives two different ones.
///
/// @param words of the reply around the address, as they came
public record QuotedAddress(IpAddress address, String words) {
    private static final int LONGEST = 4096;
    private static final int WORDS_BEFORE = 40;

    private static final String IP =
            "(?<ip>[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]+)";

    private static final List<Pattern> PLACES =
            List.of(
                    // Postfix: "Client host [192.0.2.10] blocked using …".
                    place("\\bclient host \\[?" + IP + "\\]? (?:blocked|rejected)"),
                    // Outlook, Yahoo: "messages from [192.0.2.10] weren't sent".
                    place(
                            "\\b(?:messages?|mail|e-mail|connections?) from \\[?"
                                    + IP
                                    + "\\]?(?![0-9A-Fa-f.:])"),
                    // Gmail: "421-4.7.0 [192.0.2.10      15] Our system has detected …".
                    place("^\\S*\\s?(?:[245][-.0-9]+ )*\\[" + IP + "(?:\\s+[0-9]+)?\\]"),
                    // Exim, Exchange and many others.
                    place(
                            "\\b(?:your|sending|sender|client|source|connecting) (?:mta'?s? )?ip(?: address)?(?: is|:|,)? ?[\\[(<]?"
                                    + IP),
                    place("\\b(?:ip|client[-_]?ip|sender[-_]?ip) ?[=:] ?[\\[(<]?" + IP),
                    // A page that explains, asked with our address.
                    place("[?&;](?:ip|addr|address|q|query|v|host|lookup)=" + IP),
                    place("/(?:ip|query/ip|lookup|ip-lookup)/" + IP));

    /// Looks for it.
    ///
    /// @param relay the receiver's own address, which is not ours; null when not known
    /// @param reply what it said, without what Postfix put before it
    public static Optional<QuotedAddress> find(@Nullable IpAddress relay, String reply) {
        String text = reply.substring(0, Math.min(reply.length(), LONGEST));
        Map<IpAddress, QuotedAddress> found = new LinkedHashMap<>();
        for (Pattern place : PLACES) {
            Matcher matcher = place.matcher(text);
            while (matcher.find()) {
                int start = Math.max(matcher.start(), matcher.start("ip") - WORDS_BEFORE);
                String words = text.substring(start, matcher.end());
                IpAddress.parse(matcher.group("ip"))
                        .filter(address -> !Objects.equals(address, relay))
                        .ifPresent(address ->
                                found.putIfAbsent(address, new QuotedAddress(address, words)));
            }
        }
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    private static Pattern place(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
