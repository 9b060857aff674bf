package org.spoolscope.ui.queue;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.TableRows;

/// Sorts rows by one key after the other, the first one first: what has the same key is sorted by
/// the next. A key is a number for each row, so a million of them take a fraction of a second.
final class RowSort {
    /// What one thread looks at in one go.
    private static final int PART = 1 << 15;

    /// Fewer rows are put in order one by one.
    private static final int FEW = 24;

    /// With fewer rows left in this share, keys are worked out for them alone.
    private static final int SHARE = 16;

    private static final int MOST_COUNTED = 1 << 16;
    private static final int BITS = Long.SIZE - 1;

    private final TableRows rows;

    /// The places of the rows, in the order so far.
    private final int[] order;

    private final long[] keys;
    private final long[] packed;

    /// Begin and end of each run of rows whose keys were all the same so far, in pairs.
    private int[] runs;

    private int runCount;

    RowSort(TableRows rows) {
        this.rows = rows;
        order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        keys = new long[order.length];
        packed = new long[order.length];
        runs = new int[] {0, order.length};
        runCount = order.length > 1 ? 1 : 0;
    }

    /// The rows in the order that was made.
    TableRows sorted() {
        return rows.inOrder(order);
    }

    /// Whether no two rows had all keys in common.
    boolean isDone() {
        return runCount == 0;
    }

    /// Sorts by a key that can be told of each row by itself, on any thread.
    ///
    /// @return whether it was another number than 0 for any row that had to be looked at
    boolean by(ToLongFunction<QueueCursor> key) {
        if (isDone()) {
            return false;
        }
        if (left() < order.length / SHARE) {
            QueueCursor cursor = rows.cursor();
            forEachLeft(place -> {
                cursor.moveTo(rows.row(place));
                keys[place] = key.applyAsLong(cursor);
            });
        } else {
            int parts = (order.length + PART - 1) / PART;
            IntStream.range(0, parts).parallel().forEach(part -> fill(part * PART, key));
        }
        return sort();
    }

    /// Sorts by keys that are told all at once, by place.
    void by(long[] told) {
        if (!isDone()) {
            System.arraycopy(told, 0, keys, 0, keys.length);
            sort();
        }
    }

    private void fill(int from, ToLongFunction<QueueCursor> key) {
        QueueCursor cursor = rows.cursor();
        int to = Math.min(from + PART, order.length);
        for (int i = from; i < to; i++) {
            cursor.moveTo(rows.row(i));
            keys[i] = key.applyAsLong(cursor);
        }
    }

    private int left() {
        int left = 0;
        for (int i = 0; i < runCount; i++) {
            left += runs[2 * i + 1] - runs[2 * i];
        }
        return left;
    }

    private void forEachLeft(IntConsumer to) {
        for (int i = 0; i < runCount; i++) {
            for (int k = runs[2 * i]; k < runs[2 * i + 1]; k++) {
                to.accept(order[k]);
            }
        }
    }

    private boolean sort() {
        int[] before = runs;
        int count = runCount;
        runs = new int[Math.max(16, count)];
        runCount = 0;
        boolean told = false;
        for (int i = 0; i < count; i++) {
            told |= sort(before[2 * i], before[2 * i + 1]);
        }
        return told;
    }

    private boolean sort(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
            split(from, to);
            return keys[order[from]] != 0 || keys[order[to - 1]] != 0;
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long key = keys[order[i]];
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        long range = most - least;
        if (range == 0) {
            add(from, to);
        } else if (range > 0 && range < Math.min(MOST_COUNTED, to - from)) {
            count(from, to, least, (int) range + 1);
            split(from, to);
        } else {
            pack(from, to, least, range);
        }
        return least != 0 || most != 0;
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int place = order[i];
            long key = keys[place];
            int k = i - 1;
            while (k >= from && keys[order[k]] > key) {
                order[k + 1] = order[k];
                k--;
            }
            order[k + 1] = place;
        }
    }

    /// Few different keys: each row's place follows from how many have lower ones.
    private void count(int from, int to, long least, int different) {
        int[] next = new int[different + 1];
        for (int i = from; i < to; i++) {
            next[(int) (keys[order[i]] - least) + 1]++;
        }
        for (int i = 0; i < different; i++) {
            next[i + 1] += next[i];
        }
        int[] before = Arrays.copyOfRange(order, from, to);
        for (int place : before) {
            order[from + next[(int) (keys[place] - least)]++] = place;
        }
    }

    /// Sorts numbers that hold the first bits of the key and, behind them, which row it is of. Rows
    /// that have those bits in common are sorted by the others.
    private void pack(int from, int to, long least, long range) {
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from - 1);
        int keyBits = Long.SIZE - Long.numberOfLeadingZeros(range);
        int shift = Math.max(0, keyBits + rowBits - BITS);
        for (int i = from; i < to; i++) {
            packed[i] = keys[order[i]] - least >>> shift << rowBits | i - from;
        }
        Arrays.parallelSort(packed, from, to);
        int[] before = Arrays.copyOfRange(order, from, to);
        int mask = (1 << rowBits) - 1;
        for (int i = from; i < to; i++) {
            order[i] = before[(int) packed[i] & mask];
        }
        if (shift == 0) {
            split(from, to);
            return;
        }
        // What follows sorts parts of what is packed here: those bits are read before.
        int begin = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || packed[i] >>> rowBits != packed[i - 1] >>> rowBits) {
                if (i - begin > 1) {
                    long last = packed[i - 1];
                    sort(begin, i);
                    packed[i - 1] = last;
                }
                begin = i;
            }
        }
    }

    /// Finds what is left to be sorted by the next key.
    private void split(int from, int to) {
        int begin = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || keys[order[i]] != keys[order[begin]]) {
                if (i - begin > 1) {
                    add(begin, i);
                }
                begin = i;
            }
        }
    }

    private void add(int from, int to) {
        if (runs.length < 2 * runCount + 2) {
            runs = Arrays.copyOf(runs, runs.length * 2);
        }
        runs[2 * runCount] = from;
        runs[2 * runCount + 1] = to;
        runCount++;
    }
}
