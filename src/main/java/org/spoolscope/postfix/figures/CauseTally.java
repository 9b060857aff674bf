package org.spoolscope.postfix.figures;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.postfix.cause.CauseRules.Verdict;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// How often one cause was named in the last hour.
final class CauseTally {
    static final int DEFERRED = 0;
    static final int BOUNCED = 1;
    private static final int MINUTES = 5;

    final byte[] key;
    final long hash;
    final Verdict verdict;
    private final String relay;
    private final String reason;
    private final byte[] example;
    private @Nullable String exampleOf;
    private final HourCounts counts = new HourCounts(2);
    private final int[] recent = new int[MINUTES];
    private long recentMinute;
    private long first;
    long last;

    /// @param key what the cause is found by
    /// @param example a reason as it was logged
    CauseTally(
            byte[] key,
            long hash,
            Verdict verdict,
            String relay,
            String reason,
            byte[] example,
            long second) {
        this.key = key;
        this.hash = hash;
        this.verdict = verdict;
        this.relay = relay;
        this.reason = reason;
        this.example = example;
        first = second;
        last = second;
        recentMinute = Math.floorDiv(second, 60);
    }

    /// Whom the example is about, when that is told for the first time.
    void exampleIsOf(LogLine line) {
        if (exampleOf == null) {
            exampleOf = line.textOrEmpty(LogField.TO);
        }
    }

    void add(int kind, long second) {
        counts.add(kind, second);
        long minute = Math.floorDiv(second, 60);
        advance(minute);
        if (recentMinute - minute < MINUTES) {
            recent[Math.floorMod(minute, MINUTES)]++;
        }
        first = Math.min(first, second);
        last = Math.max(last, second);
    }

    /// Takes over what another counted.
    void add(CauseTally other, long second) {
        counts.add(other.counts, second);
        last = Math.max(last, other.last);
    }

    long sum(long second) {
        return counts.sum(DEFERRED, second) + counts.sum(BOUNCED, second);
    }

    CauseFigures figures(LogTime time) {
        long now = time.newest();
        return figures(counts.sum(DEFERRED, now), counts.sum(BOUNCED, now), recent(now), time);
    }

    /// For one destination, whose counts are given.
    CauseFigures figures(long deferred, long bounced, long recently, LogTime time) {
        return new CauseFigures(
                verdict.kind(),
                verdict.list(),
                relay,
                reason,
                new String(example, StandardCharsets.UTF_8),
                exampleOf == null ? "" : exampleOf,
                deferred,
                bounced,
                recently,
                time.instant(first),
                time.instant(last));
    }

    private long recent(long second) {
        advance(Math.floorDiv(second, 60));
        long sum = 0;
        for (int count : recent) {
            sum += count;
        }
        return sum;
    }

    private void advance(long minute) {
        for (long m = Math.max(recentMinute + 1, minute - MINUTES + 1); m <= minute; m++) {
            recent[Math.floorMod(m, MINUTES)] = 0;
        }
        recentMinute = Math.max(recentMinute, minute);
    }
}
