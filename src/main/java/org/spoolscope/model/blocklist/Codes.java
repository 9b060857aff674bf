package org.spoolscope.model.blocklist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Return codes in a catalogue: `127.0.0.2`, ranges `127.0.0.4-7`, and `*` for any number.
/// Threading: stateless.
final class Codes {
    private static final String NUMBER = "([0-9]{1,3})(?:-([0-9]{1,3}))?|\\*";
    private static final Pattern PART = Pattern.compile(NUMBER);
    private static final Pattern FORM = Pattern.compile("127(\\.(?:" + NUMBER + ")){3}");
    private static final int LARGEST = 255;

    private Codes() {}

    static boolean isPattern(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        for (String part : text.split("\\.")) {
            Matcher number = PART.matcher(part);
            if (number.matches() && number.group(1) != null && highest(number) > LARGEST) {
                return false;
            }
        }
        return true;
    }

    /// @param code an IPv4 address
    static boolean matches(String pattern, String code) {
        String[] wanted = pattern.split("\\.");
        String[] parts = code.split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            if (!isIn(wanted[i], Integer.parseInt(parts[i]))) {
                return false;
            }
        }
        return true;
    }

    static boolean matchesAny(Iterable<String> patterns, String code) {
        for (String pattern : patterns) {
            if (matches(pattern, code)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the last number of `code` has all bits of the last number of `bit`, the rest being
    /// the same.
    static boolean hasBit(String bit, String code) {
        int wanted = last(bit);
        return bit.regionMatches(0, code, 0, bit.lastIndexOf('.') + 1)
                && (last(code) & wanted) == wanted;
    }

    private static int last(String code) {
        return Integer.parseInt(code.substring(code.lastIndexOf('.') + 1));
    }

    private static boolean isIn(String wanted, int value) {
        Matcher number = PART.matcher(wanted);
        return number.matches()
                && (number.group(1) == null
                        || (value >= Integer.parseInt(number.group(1))
                                && value <= highest(number)));
    }

    private static int highest(Matcher number) {
        return Integer.parseInt(number.group(2) == null ? number.group(1) : number.group(2));
    }
}
