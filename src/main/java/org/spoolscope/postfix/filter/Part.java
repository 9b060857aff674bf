package org.spoolscope.postfix.filter;

import java.util.Arrays;

/// An ASCII text that is looked for in others, letter case apart. Looks at every few bytes only
/// (Horspool 1980): each that is looked at tells how far the text can be moved on.
final class Part {
    private final byte[] lower;

    /// By unsigned byte: how far the text may be moved when that byte stands under its end.
    private final int[] shifts = new int[256];

    /// @param text not empty
    Part(String text) {
        lower = new byte[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lower((byte) text.charAt(i));
        }
        Arrays.fill(shifts, lower.length);
        for (int i = 0; i < lower.length - 1; i++) {
            shifts[lower[i]] = lower.length - 1 - i;
            shifts[upper(lower[i])] = lower.length - 1 - i;
        }
    }

    /// Whether it stands in `bytes[from, to)`.
    boolean isIn(byte[] bytes, int from, int to) {
        int last = lower.length - 1;
        byte end = lower[last];
        for (int at = from + last; at < to; at += shifts[bytes[at] & 0xff]) {
            if (lower(bytes[at]) == end && isAt(bytes, at - last)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < lower.length - 1; i++) {
            if (lower(bytes[at + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - ('a' - 'A')) : b;
    }
}
