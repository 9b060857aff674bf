package org.spoolscope.ui.log;

import java.time.ZoneId;
import java.util.List;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogWindow;

/// The rows that a query found, and the windows that their lines lie in. Immutable.
///
/// Rows have positions that never change within a generation: they count on from the first row that
/// ever was.
///
/// @param generation rises when all was looked through anew, and positions begin again
/// @param zones the servers' own, in the same order
/// @param gaps per server, in the order in which they were found
/// @param lines how many of the rows are lines; the others are gaps
public record LogAnswer(
        LogQuery query,
        long generation,
        List<String> servers,
        List<ZoneId> zones,
        List<LogWindow> windows,
        List<List<LogGap>> gaps,
        RefColumn.View rows,
        int lines) {
    public static final LogAnswer NONE =
            new LogAnswer(
                    LogQuery.EVERYTHING,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    RefColumn.View.NONE,
                    0);

    /// The position of the oldest row.
    public long first() {
        return rows.dropped();
    }

    /// One more than the position of the newest row.
    public long end() {
        return rows.dropped() + rows.size();
    }

    public int size() {
        return rows.size();
    }

    long ref(long position) {
        return rows.ref((int) (position - first()));
    }

    long micros(long position) {
        return rows.micros((int) (position - first()));
    }
}
