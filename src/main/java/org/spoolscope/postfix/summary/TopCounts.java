package org.spoolscope.postfix.summary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Counts texts in bounded memory, to tell the most frequent ones. When [#MOST] different ones are
/// known, the rarer half is forgotten: exact as long as there are no more, too low at most by how
/// often the forgotten ones had occurred.
final class TopCounts {
    static final int MOST = 1 << 17;

    /// Longer texts are cut.
    private static final int LONGEST = 320;

    /// In the table a text's place stands above its count.
    private static final int PLACE_SHIFT = 42;

    private static final long COUNT = (1L << PLACE_SHIFT) - 1;

    private LongTable counts = new LongTable();
    private byte[][] texts = new byte[64][];
    private int size;

    /// Counts a text.
    ///
    /// @param hash of the text or of what it is known by
    /// @param from of the text in `in`, kept when it is new
    /// @return whether it is new
    boolean add(long hash, byte[] in, int from, int to) {
        if (counts.add(hash, 1)) {
            return false;
        }
        begin(hash, Arrays.copyOfRange(in, from, Math.min(to, from + LONGEST)), 1);
        return true;
    }

    void addAll(TopCounts other) {
        for (int i = 0; i < other.counts.places(); i++) {
            long hash = other.counts.keyAt(i);
            long value = other.counts.valueAt(i);
            if (hash != LongTable.NONE && !counts.add(hash, value & COUNT)) {
                begin(hash, other.texts[(int) (value >>> PLACE_SHIFT)], value & COUNT);
            }
        }
    }

    /// All that is known. Texts that read the same are one, whatever they were known by.
    Map<String, Long> all() {
        Map<String, Long> all = HashMap.newHashMap(size);
        for (int i = 0; i < counts.places(); i++) {
            if (counts.keyAt(i) != LongTable.NONE) {
                long value = counts.valueAt(i);
                byte[] text = texts[(int) (value >>> PLACE_SHIFT)];
                all.merge(new String(text, StandardCharsets.UTF_8), value & COUNT, Long::sum);
            }
        }
        return all;
    }

    private void begin(long hash, byte[] text, long count) {
        if (size == MOST) {
            forget();
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size] = text;
        counts.put(hash, (long) size << PLACE_SHIFT | count);
        size++;
    }

    private void forget() {
        TopCounts kept = new TopCounts();
        long limit = median();
        for (int i = 0; i < counts.places(); i++) {
            long value = counts.valueAt(i);
            if (counts.keyAt(i) != LongTable.NONE && (value & COUNT) > limit) {
                kept.begin(counts.keyAt(i), texts[(int) (value >>> PLACE_SHIFT)], value & COUNT);
            }
        }
        counts = kept.counts;
        texts = kept.texts;
        size = kept.size;
    }

    private long median() {
        long[] sorted = new long[size];
        int n = 0;
        for (int i = 0; i < counts.places(); i++) {
            if (counts.keyAt(i) != LongTable.NONE) {
                sorted[n++] = counts.valueAt(i) & COUNT;
            }
        }
        Arrays.sort(sorted);
        return sorted[size / 2];
    }
}
