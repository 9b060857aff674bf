package org.spoolscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lines of a log came to, and where in the log they ended: kept together or not at all, so
/// that no line can be counted twice or be missed.
///
/// @param before the position that was kept before, or null when none was
/// @param after the position behind the last line that is counted here, as text
public record LogBatch(
        @Nullable String before, String after, List<MinuteRow> rows, List<LogGap> gaps) {
    public LogBatch {
        rows = List.copyOf(rows);
        gaps = List.copyOf(gaps);
    }
}
