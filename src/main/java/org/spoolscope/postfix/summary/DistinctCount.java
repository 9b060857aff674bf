package org.spoolscope.postfix.summary;

/// How many different things there are, by their hashes. Exact up to [#EXACT]; beyond, a half, a
/// quarter, an eighth … of all hashes is kept and the number estimated from it (adaptive sampling,
/// Flajolet 1990), to within about 0.2 %.
final class DistinctCount {
    /// The table for so many takes 32 MB.
    static final int EXACT = 1 << 20;

    private LongTable kept = new LongTable();
    private int level;

    void add(long hash) {
        if (!isKept(hash)) {
            return;
        }
        kept.put(hash, 1);
        while (kept.size() > EXACT) {
            sample(level + 1);
        }
    }

    /// Adds the keys of a table.
    void addKeys(LongTable hashes) {
        for (int place = 0; place < hashes.places(); place++) {
            if (hashes.keyAt(place) != LongTable.NONE) {
                add(hashes.keyAt(place));
            }
        }
    }

    long count() {
        return (long) kept.size() << level;
    }

    boolean isEstimated() {
        return level > 0;
    }

    /// The table uses the low bits, sampling the high ones.
    private boolean isKept(long hash) {
        return level == 0 || hash >>> Long.SIZE - level == 0;
    }

    private void sample(int newLevel) {
        level = newLevel;
        LongTable all = kept;
        kept = new LongTable();
        for (int place = 0; place < all.places(); place++) {
            long hash = all.keyAt(place);
            if (hash != LongTable.NONE && isKept(hash)) {
                kept.put(hash, 1);
            }
        }
    }
}
