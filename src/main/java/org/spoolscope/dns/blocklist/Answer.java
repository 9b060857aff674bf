package org.spoolscope.dns.blocklist;

import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Verdict;

/// What one reply of a list comes down to, taken for itself: whether the list can be believed is
/// not looked at. Threading: immutable.
///
/// @param verdict LISTED, POLICY, CLEAN, REFUSED, REWRITTEN, TIMEOUT or ERROR
/// @param codes all addresses that came
/// @param meaning for people; empty for a clean answer without codes
record Answer(Verdict verdict, List<String> codes, String meaning) {
    /// Asked by name (RFC 5782): no entry may have it, and what blocks or rewrites answers likes
    /// it.
    private static final String LOOPBACK = "127.0.0.1";

    /// What a new top-level domain answers to names that collide with local ones (ICANN).
    private static final String COLLISION = "127.0.53.53";

    private static final String SPAMHAUS = "127.255.255.";

    Answer {
        codes = List.copyOf(codes);
    }

    static Answer of(DnsReply reply, Blocklist list) {
        return switch (reply) {
            case DnsReply.Records(List<String> codes, _) -> ofCodes(codes, list);
            case DnsReply.NoName _, DnsReply.NoData _ -> new Answer(Verdict.CLEAN, List.of(), "");
            case DnsReply.Silent _ -> none(Verdict.TIMEOUT, "blocklist.timeout");
            case DnsReply.Failed(String code) -> none(Verdict.ERROR, "blocklist.error", code);
            case DnsReply.Unreachable(String why) ->
                    none(Verdict.ERROR, "blocklist.unreachable", why);
        };
    }

    /// Whether the list has an entry, of whatever colour.
    boolean isEntry() {
        return verdict.isAnswer() && !codes.isEmpty();
    }

    private static Answer ofCodes(List<String> codes, Blocklist list) {
        for (String code : codes) {
            if (IpAddress.parse(code).filter(IpAddress::isV4).isEmpty()) {
                return new Answer(Verdict.REWRITTEN, List.of(), words("blocklist.rewritten", code));
            }
        }
        for (String code : codes) {
            if (list.isRefusal(code)) {
                return new Answer(Verdict.REFUSED, codes, refusal(code));
            }
        }
        for (String code : codes) {
            if (isForeign(code, list)) {
                return new Answer(Verdict.REWRITTEN, codes, words("blocklist.rewritten", code));
            }
        }
        List<String> entries = codes.stream().filter(code -> !list.isHarmless(code)).toList();
        Verdict verdict =
                entries.isEmpty()
                        ? Verdict.CLEAN
                        : entries.stream().allMatch(list::isPolicy)
                                ? Verdict.POLICY
                                : Verdict.LISTED;
        return new Answer(
                verdict,
                codes,
                codes.stream()
                        .map(code -> meaning(code, list))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static boolean isForeign(String code, Blocklist list) {
        return !code.startsWith("127.")
                || code.equals(COLLISION)
                || (code.equals(LOOPBACK) && !list.isKnown(code));
    }

    private static String meaning(String code, Blocklist list) {
        String meaning = list.meaning(code);
        return meaning.isEmpty() ? words("blocklist.code-unknown", code) : meaning;
    }

    private static String refusal(String code) {
        return switch (code) {
            case SPAMHAUS + "250", SPAMHAUS + "251" -> words("blocklist.refused.key", code);
            case SPAMHAUS + "252" -> words("blocklist.refused.zone", code);
            case SPAMHAUS + "254" -> words("blocklist.refused.public", code);
            case SPAMHAUS + "255" -> words("blocklist.refused.many", code);
            default -> words("blocklist.refused", code);
        };
    }

    private static Answer none(Verdict verdict, String key, Object... arguments) {
        return new Answer(verdict, List.of(), words(key, arguments));
    }

    private static String words(String key, Object... arguments) {
        return Words.get(key, arguments).toString();
    }
}
