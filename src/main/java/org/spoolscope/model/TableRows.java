package org.spoolscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /// The rows in a few parts, in order, to be looked at by several threads.
    public Stream<TableRows> parts() {
        int parts = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_PARTS);
        int length = Math.max(LEAST_PART, (rows.length + parts - 1) / parts);
        return IntStream.range(0, (rows.length + length - 1) / length)
                .parallel()
                .mapToObj(part -> {
                    int from = part * length;
                    int to = Math.min(from + length, rows.length);
                    return new TableRows(tables, firsts, Arrays.copyOfRange(rows, from, to));
                });
    }

    /// Those rows that pass, in the same order. Runs in parallel: each thread asks for a test of
    /// its own.
    public TableRows keep(Supplier<Predicate<QueueCursor>> tests) {
        List<int[]> kept = parts().map(part -> part.kept(tests.get())).toList();
        int[] all = new int[kept.stream().mapToInt(part -> part.length).sum()];
        int size = 0;
        for (int[] part : kept) {
            System.arraycopy(part, 0, all, size, part.length);
            size += part.length;
        }
        return new TableRows(tables, firsts, all);
    }

    private int[] kept(Predicate<QueueCursor> test) {
        QueueCursor cursor = cursor();
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            cursor.moveTo(row);
            if (test.test(cursor)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
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
