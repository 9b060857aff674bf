package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.CauseRule;

/// A rule, its texts as bytes.
record CompiledRule(
        CauseRule rule,
        List<byte[]> all,
        List<byte[]> any,
        List<byte[]> none,
        List<byte[]> hosts) {
    static CompiledRule of(CauseRule rule) {
        return new CompiledRule(
                rule,
                bytes(rule.all()),
                bytes(rule.any()),
                bytes(rule.none()),
                bytes(rule.hosts()));
    }

    /// @param text in lower case
    boolean holds(byte[] text, int length, int code, String status, byte[] host) {
        return (hosts.isEmpty() || isBelowAny(host))
                && (rule.codes().isEmpty() || rule.codes().stream().anyMatch(c -> fits(c, code)))
                && (rule.statuses().isEmpty()
                        || rule.statuses().stream().anyMatch(s -> fits(s, status)))
                && (any.isEmpty() || isAnyIn(any, text, length))
                && areAllIn(text, length)
                && !isAnyIn(none, text, length);
    }

    private boolean areAllIn(byte[] text, int length) {
        for (byte[] one : all) {
            if (!isIn(one, text, length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnyIn(List<byte[]> texts, byte[] text, int length) {
        for (byte[] one : texts) {
            if (isIn(one, text, length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is there and begins where a word begins. In scripts other than Latin a beginning
    /// is not asked for.
    private static boolean isIn(byte[] wanted, byte[] text, int length) {
        byte first = wanted[0];
        boolean anywhere = first < 0 || !Ascii.isWord(first);
        for (int at = 0; at <= length - wanted.length; at++) {
            if (text[at] == first
                    && (anywhere || at == 0 || !Ascii.isWord(text[at - 1]))
                    && isAt(wanted, text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] wanted, byte[] text, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (text[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isBelowAny(byte[] host) {
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

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream()
                .map(text -> text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> bytes.length > 0)
                .toList();
    }
}
