package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;

/// Rows under aligned titles. The first rows decide how wide the columns are; the rows after them
/// are printed as they come, so that a table may be longer than memory.
final class Table {
    private static final int ROWS_THAT_DECIDE = 200;
    private static final DisplayText GAP = DisplayText.of("  ");

    private final Terminal terminal;
    private final List<Column> columns;
    private final List<List<Painted>> waiting = new ArrayList<>();
    private int[] widths = {};

    Table(Terminal terminal, List<Column> columns) {
        this.terminal = terminal;
        this.columns = List.copyOf(columns);
    }

    void row(Painted... cells) {
        row(List.of(cells));
    }

    void row(List<Painted> cells) {
        List<Painted> clipped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Painted cell = cells.get(i);
            clipped.add(
                    new Painted(DisplayWidth.clip(cell.text(), columns.get(i).max()), cell.tint()));
        }
        if (widths.length > 0) {
            print(clipped);
            return;
        }
        waiting.add(clipped);
        if (waiting.size() == ROWS_THAT_DECIDE) {
            begin();
        }
    }

    /// Prints the rows that still wait for others to decide on the widths.
    void flush() {
        if (widths.length == 0 && !waiting.isEmpty()) {
            begin();
        }
    }

    private void begin() {
        widths =
                columns.stream()
                        .mapToInt(column -> Math.max(column.min(), DisplayWidth.of(column.title())))
                        .toArray();
        for (List<Painted> row : waiting) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i).text()));
            }
        }
        print(columns.stream().map(column -> new Painted(column.title(), Tint.HEADING)).toList());
        waiting.forEach(this::print);
        waiting.clear();
    }

    private void print(List<Painted> cells) {
        int last = cells.size() - 1;
        while (last > 0 && cells.get(last).text().isEmpty()) {
            last--;
        }
        List<Painted> pieces = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            Painted cell = cells.get(i);
            DisplayText space = spaces(widths[i] - DisplayWidth.of(cell.text()));
            boolean right = columns.get(i).right();
            if (right) {
                pieces.add(Painted.plain(space));
            }
            pieces.add(cell);
            if (i < last) {
                if (!right) {
                    pieces.add(Painted.plain(space));
                }
                pieces.add(Painted.plain(GAP));
            }
        }
        terminal.print(pieces);
    }

    private static DisplayText spaces(int count) {
        return DisplayText.of(" ".repeat(Math.max(0, count)));
    }
}
