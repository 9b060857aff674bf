package org.spoolscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Rows of several tables in some order, each as a number counted over all tables: what a search
/// found. Immutable.
public final class TableRows {
    public static final TableRows NONE = all(List.of());

    /// What one thread looks at in one go, at most in so many parts: what a test remembers on the
    /// way is worth more the more rows it sees.
    private static final int LEAST_PART = 1 << 15;

    private static final int MOST_PARTS = 4;

    private final List<QueueTable> tables;

    /// The number of each table's first row, and of all rows.
    private final int[] firsts;

    private final int[] rows;

    private TableRows(List<QueueTable> tables, int[] firsts, int[] rows) {
        this.tables = tables;
        this.firsts = firsts;
        this.rows = rows;
    }

    /// All rows of the tables, table by table.
    public static TableRows all(List<QueueTable> tables) {
        int[] firsts = new int[tables.size() + 1];
        for (int i = 0; i < tables.size(); i++) {
            firsts[i + 1] = Math.addExact(firsts[i], tables.get(i).size());
        }
        int[] rows = new int[firsts[tables.size()]];
        Arrays.setAll(rows, i -> i);
        return new TableRows(List.copyOf(tables), firsts, rows);
    }

    public List<QueueTable> tables() {
        return tables;
    }

    public int size() {
        return rows.length;
    }

    /// The number of the row in a place, from 0 to below [#size].
    public int row(int place) {
        return rows[place];
    }

    /// How many rows the tables have, those left out included.
    public int total() {
        return firsts[tables.size()];
    }

    /// The number of a table's first row.
    public int firstRow(int table) {
        return firsts[table];
    }

    /// Which table has a row.
    public int table(int row) {
        int table = Arrays.binarySearch(firsts, row);
        if (table < 0) {
            return -table - 2;
        }
        while (firsts[table + 1] == row) {
            table++;
        }
        return table;
    }

    /// The message in a place.
    public QueuedMessage message(int place) {
        int table = table(rows[place]);
        return tables.get(table).message(rows[place] - firsts[table]);
    }

    /// Reads rows by their numbers.
    public QueueCursor cursor() {
        return new QueueCursor(this);
    }

    /// Those rows that pass, in the same order. Runs in parallel: each thread asks for a test of
    /// its own.
    public TableRows keep(Supplier<Predicate<QueueCursor>> tests) {
        int length = Math.max(LEAST_PART, (rows.length + MOST_PARTS - 1) / MOST_PARTS);
        int parts = (rows.length + length - 1) / length;
        int[] kept = new int[rows.length];
        int[] counts =
                IntStream.range(0, parts)
                        .parallel()
                        .map(part -> keep(part * length, length, tests.get(), kept))
                        .toArray();
        int size = 0;
        for (int part = 0; part < parts; part++) {
            System.arraycopy(kept, part * length, kept, size, counts[part]);
            size += counts[part];
        }
        return new TableRows(tables, firsts, Arrays.copyOf(kept, size));
    }

    /// Writes what passes to the beginning of the part; tells how many.
    private int keep(int from, int length, Predicate<QueueCursor> test, int[] kept) {
        QueueCursor cursor = cursor();
        int to = Math.min(from + length, rows.length);
        int next = from;
        for (int i = from; i < to; i++) {
            cursor.moveTo(rows[i]);
            if (test.test(cursor)) {
                kept[next++] = rows[i];
            }
        }
        return next - from;
    }

    /// The same rows in another order.
    ///
    /// @param places for each new place the place it has here; taken over
    public TableRows inOrder(int[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = rows[places[i]];
        }
        return new TableRows(tables, firsts, places);
    }
}
