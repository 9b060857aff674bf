package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.CauseRule;

/// A rule, its texts as numbers of a [TextIndex].
record CompiledRule(CauseRule rule, int[] all, int[] any, int[] none, List<byte[]> hosts) {
    static CompiledRule of(CauseRule rule, TextIndex texts) {
        return new CompiledRule(
                rule,
                texts.add(rule.all()),
                texts.add(rule.any()),
                texts.add(rule.none()),
                rule.hosts().stream()
                        .map(host -> host.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    /// @param found the numbers of the texts that are in the reason
    boolean holds(BitSet found, int code, String status, byte[] host) {
        return (any.length == 0 || isAnyOf(any, found))
                && (hosts.isEmpty() || isBelowAny(host))
                && (rule.codes().isEmpty() || fitsCode(code))
                && (rule.statuses().isEmpty() || fitsStatus(status))
                && areAllOf(all, found)
                && !isAnyOf(none, found);
    }

    private boolean fitsCode(int code) {
        return rule.codes().stream().anyMatch(pattern -> fits(pattern, code));
    }

    private boolean fitsStatus(String status) {
        return rule.statuses().stream().anyMatch(pattern -> fits(pattern, status));
    }

    private static boolean areAllOf(int[] texts, BitSet found) {
        for (int text : texts) {
            if (!found.get(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnyOf(int[] texts, BitSet found) {
        for (int text : texts) {
            if (found.get(text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the host is one of those that the rule is for, or below one.
    boolean isBelowAny(byte[] host) {
        for (byte[] domain : hosts) {
            int at = host.length - domain.length;
            if (at == 0 || at > 0 && host[at - 1] == '.') {
                boolean same = true;
                for (int i = 0; i < domain.length && same; i++) {
                    same = host[at + i] == domain[i];
                }
                if (same) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(String pattern, int code) {
        if (code < 100) {
            return false;
        }
        int rest = code;
        for (int i = 2; i >= 0; i--) {
            if (pattern.charAt(i) != 'x' && pattern.charAt(i) - '0' != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }

    /// Part by part; an empty status fits nothing.
    private static boolean fits(String pattern, String status) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                int before = at;
                while (at < status.length() && status.charAt(at) != '.') {
                    at++;
                }
                if (at == before) {
                    return false;
                }
            } else if (at < status.length() && status.charAt(at) == pattern.charAt(i)) {
                at++;
            } else {
                return false;
            }
        }
        return at == status.length() && at > 0;
    }
}
