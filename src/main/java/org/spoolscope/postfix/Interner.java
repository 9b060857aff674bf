package org.spoolscope.postfix;

import org.jspecify.annotations.Nullable;

/// Shares equal strings in bounded memory, without creating one to look it up: a table with one
/// place per hash, in which a newcomer replaces what was there. A queue has few senders and
/// reasons; where it has many, this merely shares less.
final class Interner {
    private static final int PLACES = 4096;

    private final @Nullable String[] places = new @Nullable String[PLACES];

    String intern(char[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        String there = places[place];
        if (there != null && equal(there, text, from, length)) {
            return there;
        }
        String fresh = new String(text, from, length);
        places[place] = fresh;
        return fresh;
    }

    private static boolean equal(String there, char[] text, int from, int length) {
        if (there.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (there.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
