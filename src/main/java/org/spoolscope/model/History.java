package org.spoolscope.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The last hour of one server as columns of numbers, one row per host sample.
///
/// Immutable, and cheap to extend: rows live in chunks of [#CHUNK] that are shared between one
/// history and the next, only the newest chunk is copied. A value that was not measured is NaN, and
/// a lost link leaves a row of NaN, so that gaps stay gaps.
public final class History {
    /// What is kept per row. Counts in messages, shares from 0 to 1. The log's figures are those of
    /// [MailRates]: per minute over the minute before, rates over the five minutes before.
    public enum Column {
        MAILDROP,
        INCOMING,
        ACTIVE,
        DEFERRED,
        HOLD,
        GROWTH_PER_HOUR,
        IOWAIT,
        IO_PRESSURE,
        DISK_LATENCY_MILLIS,
        DISK_UTILISATION,
        LOAD,
        ROUND_TRIP_MILLIS,
        ARRIVED_PER_MINUTE,
        SENT_PER_MINUTE,
        DEFERRED_PER_MINUTE,
        BOUNCED_PER_MINUTE,
        REJECTED_PER_MINUTE,
        DEFERRAL_RATE,
        BOUNCE_RATE
    }

    /// Rows per shared chunk.
    public static final int CHUNK = 128;

    private static final int COLUMNS = Column.values().length;

    /// A history without rows that will keep the newest `rows` (rounded up to whole chunks).
    public static History keeping(int rows) {
        int chunks = Math.max(2, (rows + CHUNK - 1) / CHUNK + 1);
        return new History(new Chunk[0], 0, chunks);
    }

    private final Chunk[] chunks;
    private final int lastFill;
    private final int maxChunks;

    private History(Chunk[] chunks, int lastFill, int maxChunks) {
        this.chunks = chunks;
        this.lastFill = lastFill;
        this.maxChunks = maxChunks;
    }

    public int size() {
        return chunks.length == 0 ? 0 : (chunks.length - 1) * CHUNK + lastFill;
    }

    public Instant time(int row) {
        return Instant.ofEpochMilli(chunks[row / CHUNK].millis[row % CHUNK]);
    }

    /// Milliseconds since the epoch.
    public long millis(int row) {
        return chunks[row / CHUNK].millis[row % CHUNK];
    }

    /// NaN where nothing was measured.
    public double value(Column column, int row) {
        return chunks[row / CHUNK].values[column.ordinal()][row % CHUNK];
    }

    /// This history and one row more; columns that `row` lacks become NaN.
    public History plus(Instant at, Map<Column, Double> row) {
        Map<Column, Double> values = row.isEmpty() ? Map.of() : new EnumMap<>(row);
        boolean full = chunks.length == 0 || lastFill == CHUNK;
        Chunk[] next;
        int fill;
        if (full) {
            int keepFrom = Math.max(0, chunks.length + 1 - maxChunks);
            next = Arrays.copyOfRange(chunks, keepFrom, chunks.length + 1);
            next[next.length - 1] = new Chunk();
            fill = 0;
        } else {
            next = chunks.clone();
            next[next.length - 1] = chunks[chunks.length - 1].copy();
            fill = lastFill;
        }
        Chunk last = next[next.length - 1];
        last.millis[fill] = at.toEpochMilli();
        for (Column column : Column.values()) {
            Double value = values.get(column);
            last.values[column.ordinal()][fill] = value == null ? Float.NaN : value.floatValue();
        }
        return new History(next, fill + 1, maxChunks);
    }

    private record Chunk(long[] millis, float[][] values) {
        Chunk() {
            this(new long[CHUNK], new float[COLUMNS][CHUNK]);
        }

        Chunk copy() {
            float[][] copy = new float[COLUMNS][];
            for (int i = 0; i < COLUMNS; i++) {
                copy[i] = values[i].clone();
            }
            return new Chunk(millis.clone(), copy);
        }
    }
}
