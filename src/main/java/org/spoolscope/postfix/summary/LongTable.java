package org.spoolscope.postfix.summary;

/// A hash table from hashes to positive numbers, without objects: keys and values by turns in one
/// array, so that finding one touches one place in memory.
final class LongTable {
    static final long NONE = 0;

    private static final int FIRST = 1 << 10;

    private long[] pairs = new long[2 * FIRST];
    private int size;

    int size() {
        return size;
    }

    /// How many places there are to walk through with [#keyAt].
    int places() {
        return pairs.length / 2;
    }

    /// The key at a place, [#NONE] where it is free.
    long keyAt(int place) {
        return pairs[2 * place];
    }

    long valueAt(int place) {
        return pairs[2 * place + 1];
    }

    long get(long key) {
        int at = find(key);
        return pairs[at] == key ? pairs[at + 1] : NONE;
    }

    void put(long key, long value) {
        int at = find(key);
        if (pairs[at] != key) {
            at = begin(key, at);
        }
        pairs[at + 1] = value;
    }

    /// Adds to the value of a key.
    ///
    /// @return false where the key is not there
    boolean add(long key, long more) {
        int at = find(key);
        if (pairs[at] != key) {
            return false;
        }
        pairs[at + 1] += more;
        return true;
    }

    /// Takes a key out; those behind it move up, so that they are still found.
    void remove(long key) {
        int free = find(key);
        if (pairs[free] != key) {
            return;
        }
        size--;
        int mask = pairs.length - 1;
        for (int at = free + 2 & mask; pairs[at] != NONE; at = at + 2 & mask) {
            int home = home(pairs[at]);
            if ((at - home & mask) >= (at - free & mask)) {
                pairs[free] = pairs[at];
                pairs[free + 1] = pairs[at + 1];
                free = at;
            }
        }
        pairs[free] = NONE;
    }

    private int home(long key) {
        return (int) key << 1 & pairs.length - 1;
    }

    private int find(long key) {
        int mask = pairs.length - 1;
        int at = home(key);
        while (pairs[at] != key && pairs[at] != NONE) {
            at = at + 2 & mask;
        }
        return at;
    }

    private int begin(long key, int free) {
        int at = free;
        if (++size > pairs.length / 4) {
            grow();
            at = find(key);
        }
        pairs[at] = key;
        return at;
    }

    private void grow() {
        long[] old = pairs;
        pairs = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != NONE) {
                int at = find(old[i]);
                pairs[at] = old[i];
                pairs[at + 1] = old[i + 1];
            }
        }
    }
}
