package org.spoolscope.ui.blocklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListStanding;

/// Lists by addresses. Immutable.
///
/// @param columns those that are listed first
/// @param rows those that list something first, those that say nothing last; each with a cell per
///   column
record Matrix(List<Column> columns, List<Row> rows) {
    static final Matrix EMPTY = new Matrix(List.of(), List.of());

    /// An address, or a domain.
    ///
    /// @param server whose it is; empty where the person asked about it
    /// @param why how it was found; may be empty
    record Column(String server, String subject, String why) {
        DisplayText owner() {
            return server.isEmpty()
                    ? org.spoolscope.model.Words.get("blocklist.asked-by-you")
                    : DisplayText.of(server);
        }
    }

    /// @param probe what the list's control probes came to
    record Row(Blocklist list, DisplayText probe, List<Cell> cells) {}

    /// @param standing null where nothing was asked
    record Cell(CellState state, @Nullable ListStanding standing) {}

    Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    boolean isEmpty() {
        return columns.isEmpty() || rows.isEmpty();
    }

    /// Where a column is, or -1.
    int column(String server, String subject) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.server().equals(server) && column.subject().equals(subject)) {
                return i;
            }
        }
        return -1;
    }

    /// Where a list's row is, or -1.
    int row(String list) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).list().name().equals(list)) {
                return i;
            }
        }
        return -1;
    }
}
