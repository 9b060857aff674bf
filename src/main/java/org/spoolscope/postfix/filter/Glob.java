package org.spoolscope.postfix.filter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A pattern with `*` (any text) and `?` (any one character), matched in time proportional to text
/// times pattern at worst. Letter case does not count.
final class Glob {
    /// Stand for the two wildcards: no text holds these, they are no characters (Unicode 23.7).
    static final char ANY_TEXT = '\uFDD0';

    static final char ANY_ONE = '\uFDD1';

    private final char[] pattern;

    /// Whether bytes can be matched as they are: nothing in the pattern stands for a character of
    /// several bytes.
    private final boolean bytewise;

    /// What has to stand somewhere in the text, where nothing else is asked for; or null.
    private final @Nullable Part part;

    /// Makes a pattern.
    ///
    /// @param pattern with [#ANY_TEXT] and [#ANY_ONE] as wildcards
    /// @param whole whether it must match all of a text or some part of it
    Glob(String pattern, boolean whole) {
        String full = whole ? pattern : ANY_TEXT + pattern + ANY_TEXT;
        this.pattern = new char[full.length()];
        for (int i = 0; i < full.length(); i++) {
            this.pattern[i] = fold(full.charAt(i));
        }
        this.bytewise = full.chars().allMatch(c -> c < 0x80 || c == ANY_TEXT);
        boolean plain = !whole && !pattern.isEmpty() && !Globs.hasWildcards(pattern);
        this.part = plain && bytewise ? new Part(pattern) : null;
    }

    /// The same for the text that lies in `bytes[from, to)` as UTF-8, without making a string of it
    /// where that can be helped.
    boolean matches(byte[] bytes, int from, int to) {
        if (!bytewise) {
            return matches(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        if (part != null) {
            return part.isIn(bytes, from, to);
        }
        int at = from;
        int next = 0;
        int star = -1;
        int resume = from;
        while (at < to) {
            if (next < pattern.length && pattern[next] == ANY_TEXT) {
                star = next++;
                resume = at;
                if (next == pattern.length) {
                    return true;
                }
            } else if (next < pattern.length && pattern[next] == lower(bytes[at])) {
                at++;
                next++;
            } else if (star >= 0) {
                at = ++resume;
                next = star + 1;
            } else {
                return false;
            }
        }
        return endsAt(next);
    }

    /// Greedy, coming back only to the latest `*`: an earlier one never needs another try.
    boolean matches(String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (next < pattern.length && pattern[next] == ANY_TEXT) {
                star = next++;
                resume = at;
                if (next == pattern.length) {
                    return true;
                }
            } else if (next < pattern.length && fits(next, text.charAt(at))) {
                at++;
                next++;
            } else if (star >= 0) {
                at = ++resume;
                next = star + 1;
            } else {
                return false;
            }
        }
        return endsAt(next);
    }

    private boolean endsAt(int place) {
        int next = place;
        while (next < pattern.length && pattern[next] == ANY_TEXT) {
            next++;
        }
        return next == pattern.length;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    private boolean fits(int place, char c) {
        return pattern[place] == ANY_ONE || pattern[place] == fold(c);
    }

    private static char fold(char c) {
        return c < 0x80 ? (char) lower((byte) c) : Character.toLowerCase(c);
    }
}
