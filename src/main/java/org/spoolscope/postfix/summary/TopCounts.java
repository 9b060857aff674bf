package org.spoolscope.postfix.summary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts texts in bounded memory, to tell the most frequent ones and how many different ones there
/// are. When [#MOST] different ones are known, the rarer half is forgotten: counts are exact as
/// long as there are no more, then too low at most by how often the forgotten ones had occurred.
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

    /// All that were ever known, once some are forgotten.
    private @Nullable DistinctCount seen;

    /// Counts a text.
    ///
    /// @param hash of the text or of what it is known by
    /// @param from of the text in `in`, kept when it is new
    void add(long hash, byte[] in, int from, int to) {
        if (!counts.add(hash, 1)) {
            begin(hash, Arrays.copyOfRange(in, from, Math.min(to, from + LONGEST)), 1);
        }
    }

    /// How many different ones there were.
    long distinct() {
        return seen == null ? size : seen.count();
    }

    /// Whether that is an estimate.
    boolean isEstimated() {
        return seen != null && seen.isEstimated();
    }

    /// Adds what another has counted. The number of different ones is not kept up if that one has
    /// forgotten any.
    void addAll(TopCounts other) {
        for (int i = 0; i < other.counts.places(); i++) {
            long hash = other.counts.keyAt(i);
            long value = other.counts.valueAt(i);
            if (hash != LongTable.NONE && !counts.add(hash, value & COUNT)) {
                begin(hash, other.texts[(int) (value >>> PLACE_SHIFT)], value & COUNT);
            }
        }
    }

    /// All that are known. Texts that read the same are one, whatever they were known by.
    Map<String, Long> all() {
        return above(0);
    }

    private Map<String, Long> above(long limit) {
        Map<String, Long> above = new HashMap<>();
        for (int i = 0; i < counts.places(); i++) {
            long value = counts.valueAt(i);
            if (counts.keyAt(i) != LongTable.NONE && (value & COUNT) > limit) {
                byte[] text = texts[(int) (value >>> PLACE_SHIFT)];
                above.merge(new String(text, StandardCharsets.UTF_8), value & COUNT, Long::sum);
            }
        }
        return above;
    }

    /// Those that occurred most often, in no order: at least so many if there are, not many more.
    Map<String, Long> most(int count) {
        if (count == 0) {
            return new HashMap<>();
        }
        return above(size <= count ? 0 : sorted()[size - count] - 1);
    }

    private void begin(long hash, byte[] text, long count) {
        if (size == MOST) {
            forget();
        }
        if (seen != null) {
            seen.add(hash);
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size] = text;
        counts.put(hash, (long) size << PLACE_SHIFT | count);
        size++;
    }

    private void forget() {
        if (seen == null) {
            seen = new DistinctCount();
            seen.addKeys(counts);
        }
        TopCounts kept = new TopCounts();
        long limit = sorted()[size / 2];
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

    private long[] sorted() {
        long[] sorted = new long[size];
        int n = 0;
        for (int i = 0; i < counts.places(); i++) {
            if (counts.keyAt(i) != LongTable.NONE) {
                sorted[n++] = counts.valueAt(i) & COUNT;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
