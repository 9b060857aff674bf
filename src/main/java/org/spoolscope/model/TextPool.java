package org.spoolscope.model;

import org.jspecify.annotations.Nullable;

/// Shares equal strings. Begins anew when it holds more than its owner can have use for, so what is
/// shared for long is not held for ever.
final class TextPool {
    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 17;

    /// At most half of the places are taken.
    private @Nullable String[] places = new @Nullable String[LEAST / 4];

    private int count;

    /// A string that is equal to `text`, the same one for many callers.
    ///
    /// @param use how many strings the owner may hold
    String share(String text, int use) {
        int place = place(text);
        String there = places[place];
        if (there != null) {
            return there;
        }
        if (count >= Math.clamp(use, LEAST, MOST)) {
            places = new @Nullable String[LEAST / 4];
            count = 0;
            place = place(text);
        }
        places[place] = text;
        if (++count > places.length / 2) {
            grow();
        }
        return text;
    }

    private void grow() {
        @Nullable String[] before = places;
        places = new @Nullable String[before.length * 2];
        for (String text : before) {
            if (text != null) {
                places[place(text)] = text;
            }
        }
    }

    /// Where it is, or the empty place where it belongs.
    private int place(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & places.length - 1;
        for (String there = places[place];
                there != null && !there.equals(text);
                there = places[place]) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }
}
