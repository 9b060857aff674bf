package org.spoolscope.model.blocklist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One list, as the catalogue (`blocklists.toml`) describes it. What is not said there is what RFC
/// 5782 says.
///
/// @param name how it is called; unique in a catalogue
/// @param zone asked with the reversed address, or the domain, before it; may hold `{key}`
/// @param kind what an entry of it means
/// @param ipv4 whether it is asked with IPv4 addresses; false for lists of domains
/// @param ipv6 whether it is asked with IPv6 addresses
/// @param codes what a return code means, for people, in the order of the catalogue; codes as
///   [#isCode] has them; a code that is not in it is told as a number
/// @param bits whether the last number of a code is a sum of those in `codes`
/// @param policy return codes that are a policy entry, not an accusation
/// @param refused return codes that mean no answer; 127.255.255.0/24 always does
/// @param harmless return codes that mean neither: white entries of a list that has several colours
/// @param test addresses or domains of which one at least must be listed; empty where the list has
///   no test entry
/// @param delist page to ask for removal, `{ip}` or `{domain}` standing for what is listed; null
///   where there is none
/// @param partOf the name of a list that has all of its entries, too; empty when it stands alone
/// @param usedBy who is known to use it, for people; empty when unknown
/// @param asked whether it is asked unless the person says otherwise
/// @param note why it is asked, or is not, for people
/// @param dead whether it is known to be closed; it is named then, and never asked
public record Blocklist(
        String name,
        String zone,
        Kind kind,
        boolean ipv4,
        boolean ipv6,
        Map<String, String> codes,
        boolean bits,
        Set<String> policy,
        Set<String> refused,
        Set<String> harmless,
        List<String> test,
        @Nullable String delist,
        String partOf,
        String usedBy,
        boolean asked,
        String note,
        boolean dead) {
    /// What an entry names.
    public enum Kind {
        /// A single address.
        IP,
        /// The network around an address.
        RANGE,
        /// All networks of a provider.
        ASN,
        /// What kind of address it is; no accusation.
        POLICY,
        /// A domain.
        DOMAIN,
        /// Good senders: not to be on it does no harm.
        ALLOW
    }

    /// Stands in a zone for the customer's key, which is a secret.
    public static final String KEY = "{key}";

    public Blocklist {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        policy = Set.copyOf(policy);
        refused = Set.copyOf(refused);
        harmless = Set.copyOf(harmless);
        test = List.copyOf(test);
    }

    /// The same, asked or not.
    public Blocklist asking(boolean now) {
        return new Blocklist(
                name, zone, kind, ipv4, ipv6, codes, bits, policy, refused, harmless, test, delist,
                partOf, usedBy, now, note, dead);
    }

    /// Whether it can only be asked with a key.
    public boolean isKeyed() {
        return zone.contains(KEY);
    }

    /// Whether a text is a code, or several: `127.0.0.2`, `127.0.0.4-7`, `127.0.2.*`.
    public static boolean isCode(String text) {
        return Codes.isPattern(text);
    }

    /// Whether a code means that no answer was given.
    public boolean isRefusal(String code) {
        return code.startsWith("127.255.255.") || Codes.matchesAny(refused, code);
    }

    /// Whether a code is a policy entry.
    public boolean isPolicy(String code) {
        return kind == Kind.POLICY || Codes.matchesAny(policy, code);
    }

    /// Whether a code is no entry in a blocklist at all.
    public boolean isHarmless(String code) {
        return kind == Kind.ALLOW || Codes.matchesAny(harmless, code);
    }

    /// Whether the catalogue has a code.
    public boolean isKnown(String code) {
        return !meaning(code).isEmpty()
                || Codes.matchesAny(policy, code)
                || Codes.matchesAny(harmless, code);
    }

    /// What a code means, for people; empty when the catalogue does not say.
    public String meaning(String code) {
        return codes.entrySet().stream()
                .filter(entry ->
                        bits
                                ? Codes.hasBit(entry.getKey(), code)
                                : Codes.matches(entry.getKey(), code))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }
}
