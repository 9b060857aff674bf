package org.spoolscope.monitor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;

/// The newest gaps of one server's log. A gap is *open* until the line after it gives it its end.
final class LogGaps {
    private static final int MOST = 100;

    private final Deque<LogGap> closed = new ArrayDeque<>();
    private final List<LogGap> open = new ArrayList<>();

    /// How many of the open ones were handed out to be kept: their end is not known there.
    private int kept;

    /// @param before time of the line before it
    void add(LogGap gap, @Nullable Instant before) {
        if (open.size() == MOST) {
            var _ = close(null);
        }
        open.add(new LogGap(gap.seen(), gap.source(), gap.cause(), before, gap.to(), gap.lines()));
    }

    /// Adds one whose bounds are known.
    void note(LogGap bounded) {
        if (closed.size() == MOST) {
            closed.removeFirst();
        }
        closed.addLast(bounded);
    }

    /// The line after the open ones has come, with this time.
    ///
    /// @return those that are to be kept
    List<LogGap> close(@Nullable Instant after) {
        List<LogGap> fresh = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            LogGap gap = open.get(i);
            LogGap bounded =
                    new LogGap(
                            gap.seen(), gap.source(), gap.cause(), gap.from(), after, gap.lines());
            note(bounded);
            if (i >= kept) {
                fresh.add(bounded);
            }
        }
        open.clear();
        kept = 0;
        return fresh;
    }

    /// Those to be kept although the line after them has not come: the position lies behind them.
    List<LogGap> unkept() {
        List<LogGap> fresh = List.copyOf(open.subList(kept, open.size()));
        kept = open.size();
        return fresh;
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /// The newest hundred and the open ones, oldest first.
    List<LogGap> all() {
        List<LogGap> all = new ArrayList<>(closed);
        all.addAll(open);
        return all;
    }
}
