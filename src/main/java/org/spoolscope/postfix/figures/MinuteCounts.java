package org.spoolscope.postfix.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.MinuteRow;

/// Counts by minute, destination domain and cause, until they are taken away to be stored. Bounded:
/// when too many have come together, further domains count as one without a name.
final class MinuteCounts {
    /// What has no cause.
    static final int NO_CAUSE = CauseClass.values().length;

    private static final CauseClass[] CAUSES = CauseClass.values();
    private static final int MOST = 1 << 18;
    private static final int SMALLEST = 1 << 10;
    private static final int CAUSE_BITS = 5;
    private static final int DOMAIN_BITS = 20;
    private static final long EMPTY = Long.MIN_VALUE;

    private long[] keys = new long[SMALLEST];
    private int[] counts = new int[SMALLEST * Count.KINDS];
    private int used;
    private int batch = 1;
    private final List<String> domains = new ArrayList<>();

    MinuteCounts() {
        clear();
    }

    /// @param domain null for what has no destination
    void add(long second, @Nullable RecipientDomain domain, int cause, Count count) {
        long minute = Math.floorDiv(second, 60);
        long key = (minute << DOMAIN_BITS | number(domain)) << CAUSE_BITS | cause;
        if (used * 2 >= keys.length) {
            grow();
        }
        int at = find(key);
        if (keys[at] == EMPTY) {
            keys[at] = key;
            used++;
        }
        counts[at * Count.KINDS + count.ordinal()]++;
    }

    /// How many rows [#drain] would give now.
    int size() {
        return used;
    }

    /// Takes all that was counted since the last time; minutes may come again, to be added.
    List<MinuteRow> drain(LogTime time) {
        List<MinuteRow> rows = new ArrayList<>(used);
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != EMPTY) {
                rows.add(row(at, time));
            }
        }
        clear();
        return rows;
    }

    private MinuteRow row(int at, LogTime time) {
        long key = keys[at];
        int cause = (int) (key & (1 << CAUSE_BITS) - 1);
        int domain = (int) (key >> CAUSE_BITS & (1 << DOMAIN_BITS) - 1);
        int from = at * Count.KINDS;
        return new MinuteRow(
                time.instant((key >> CAUSE_BITS + DOMAIN_BITS) * 60),
                domains.get(domain),
                cause == NO_CAUSE ? null : CAUSES[cause],
                counts[from + Count.ARRIVED.ordinal()],
                counts[from + Count.SENT.ordinal()],
                counts[from + Count.DEFERRED.ordinal()],
                counts[from + Count.BOUNCED.ordinal()],
                counts[from + Count.REJECTED.ordinal()]);
    }

    private int number(@Nullable RecipientDomain domain) {
        if (domain == null) {
            return 0;
        }
        if (domain.minuteBatch != batch) {
            domain.minuteBatch = batch;
            domain.minuteNumber =
                    used < MOST && domains.size() < 1 << DOMAIN_BITS - 1 ? take(domain) : 0;
        }
        return domain.minuteNumber;
    }

    private int take(RecipientDomain domain) {
        domains.add(domain.name);
        return domains.size() - 1;
    }

    private int find(long key) {
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
        while (keys[at] != EMPTY && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] keysBefore = keys;
        int[] countsBefore = counts;
        keys = new long[keysBefore.length * 2];
        counts = new int[keys.length * Count.KINDS];
        Arrays.fill(keys, EMPTY);
        for (int at = 0; at < keysBefore.length; at++) {
            if (keysBefore[at] != EMPTY) {
                int to = find(keysBefore[at]);
                keys[to] = keysBefore[at];
                System.arraycopy(
                        countsBefore, at * Count.KINDS, counts, to * Count.KINDS, Count.KINDS);
            }
        }
    }

    private void clear() {
        if (keys.length > 16 * SMALLEST) {
            keys = new long[SMALLEST];
            counts = new int[SMALLEST * Count.KINDS];
        }
        Arrays.fill(keys, EMPTY);
        Arrays.fill(counts, 0);
        used = 0;
        batch++;
        domains.clear();
        domains.add("");
    }
}
