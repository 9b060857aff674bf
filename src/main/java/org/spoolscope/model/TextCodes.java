package org.spoolscope.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The texts that the messages of an editor have in common, each once, under a number by which
/// pages hold it. Counts how often each is held; one that nobody holds is forgotten, and its number
/// given to another.
///
/// Texts lie in chunks that are copied at their first change after a table was made, so a table
/// keeps the texts it was made with.
final class TextCodes {
    /// Of no text.
    static final int NONE = -1;

    private static final int CHUNK_BITS = 8;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private @Nullable String[][] chunks = {};
    private boolean[] mine = {};
    private int[] holders = {};

    /// Numbers that were given and are free again.
    private int[] free = {};

    private int freeCount;
    private int count;

    /// A number and one, 0 where there is none; at most half of the places are taken.
    private int[] places = new int[64];

    /// Without texts.
    TextCodes() {}

    /// With the texts of a table, held by nobody yet.
    TextCodes(@Nullable String[][] texts) {
        chunks = texts.clone();
        mine = new boolean[texts.length];
        count = texts.length * CHUNK;
        holders = new int[count];
    }

    /// The text of a number that is held.
    static String text(@Nullable String[][] texts, int code) {
        String text = texts[code >> CHUNK_BITS][code & CHUNK - 1];
        if (text == null) {
            throw new IllegalStateException("no text: " + code);
        }
        return text;
    }

    /// The texts as they are now; they stay so.
    @Nullable String[][] texts() {
        Arrays.fill(mine, false);
        return chunks.clone();
    }

    @Nullable String[][] current() {
        return chunks;
    }

    /// The number of a text, held once more.
    int hold(String text) {
        int place = place(text);
        int code = places[place] - 1;
        if (code < 0) {
            code = add(text);
            places[place] = code + 1;
            if ((count - freeCount) * 2 > places.length) {
                arrange(places.length * 2);
            }
        }
        holders[code]++;
        return code;
    }

    /// It is held once less.
    void release(int code) {
        if (code != NONE && --holders[code] == 0) {
            leave(place(text(chunks, code)));
            write(code, null);
            if (freeCount == free.length) {
                free = Arrays.copyOf(free, Math.max(16, freeCount * 2));
            }
            free[freeCount++] = code;
        }
    }

    /// For texts of a table: it is held, as one finds on reading the pages.
    void count(int code) {
        if (code != NONE) {
            holders[code]++;
        }
    }

    /// After all holders were counted: what nobody holds is free.
    void counted() {
        free = new int[count];
        for (int code = count - 1; code >= 0; code--) {
            if (holders[code] == 0) {
                free[freeCount++] = code;
            }
        }
        arrange(Math.max(64, Integer.highestOneBit(count - freeCount + 1) * 4));
    }

    private int add(String text) {
        if (freeCount > 0) {
            int code = free[--freeCount];
            write(code, text);
            return code;
        }
        if (count == chunks.length * CHUNK) {
            int more = Math.max(1, chunks.length / 4);
            int before = chunks.length;
            chunks = Arrays.copyOf(chunks, before + more);
            for (int i = before; i < chunks.length; i++) {
                chunks[i] = new @Nullable String[CHUNK];
            }
            mine = Arrays.copyOf(mine, chunks.length);
            Arrays.fill(mine, before, mine.length, true);
            holders = Arrays.copyOf(holders, chunks.length * CHUNK);
        }
        write(count, text);
        return count++;
    }

    private void write(int code, @Nullable String text) {
        int chunk = code >> CHUNK_BITS;
        if (!mine[chunk]) {
            chunks[chunk] = chunks[chunk].clone();
            mine[chunk] = true;
        }
        chunks[chunk][code & CHUNK - 1] = text;
    }

    private void arrange(int size) {
        places = new int[size];
        for (int code = 0; code < count; code++) {
            String text = chunks[code >> CHUNK_BITS][code & CHUNK - 1];
            if (text != null) {
                places[place(text)] = code + 1;
            }
        }
    }

    /// Where it is, or the empty place where it belongs.
    private int place(String text) {
        int place = home(text);
        while (places[place] != 0 && !text(chunks, places[place] - 1).equals(text)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    /// Empties a place, and moves back what stands behind it and belongs before.
    private void leave(int empty) {
        int hole = empty;
        places[hole] = 0;
        for (int at = hole + 1 & places.length - 1;
                places[at] != 0;
                at = at + 1 & places.length - 1) {
            int home = home(text(chunks, places[at] - 1));
            if ((at - home & places.length - 1) >= (at - hole & places.length - 1)) {
                places[hole] = places[at];
                places[at] = 0;
                hole = at;
            }
        }
    }

    private int home(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) & places.length - 1;
    }
}
