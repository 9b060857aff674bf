package org.spoolscope.monitor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogBatch;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.store.history.MailHistory;

/// Keeps one server's counts together with the position they reach to. Used on the thread of the
/// server's follower.
final class LogKeeper {
    private static final System.Logger LOG = System.getLogger(LogKeeper.class.getName());

    /// While the disk can't be written on, so many rows wait for it.
    private static final int MOST_WAITING = 200_000;

    private final String server;
    private final MailHistory history;
    private final LogFigures figures;
    private final long everyNanos;
    private final LongSupplier nanos;
    private final List<MinuteRow> rows = new ArrayList<>();
    private final List<LogGap> gaps = new ArrayList<>();
    private @Nullable String kept;
    private long keptAt;
    private boolean keeping = true;
    private boolean failing;

    LogKeeper(
            String server,
            MailHistory history,
            Duration every,
            LogFigures figures,
            LongSupplier nanos) {
        this.server = server;
        this.history = history;
        this.figures = figures;
        this.everyNanos = every.toNanos();
        this.nanos = nanos;
    }

    /// Where counting goes on; [LogPosition#NONE] when nothing was kept, or can't be read.
    LogPosition begin() {
        try {
            kept = history.position(server).orElse(null);
        } catch (IOException e) {
            stop("the history can't be read, nothing is added to it", e);
        }
        return kept == null ? LogPosition.NONE : LogPosition.parse(kept);
    }

    void gap(LogGap gap) {
        if (keeping && gaps.size() < MOST_WAITING) {
            gaps.add(gap);
        }
    }

    /// All lines counted so far are those before `position`.
    void position(LogPosition position) {
        if (nanos.getAsLong() - keptAt >= everyNanos || figures.minuteRows() > MOST_WAITING / 2) {
            keep(position);
        }
    }

    /// The same, at once: nothing more may come.
    void keep(LogPosition position) {
        keptAt = nanos.getAsLong();
        List<MinuteRow> fresh = figures.drainMinutes();
        String now = position.text();
        if (!keeping || now.equals(kept)) {
            return;
        }
        rows.addAll(fresh);
        try {
            if (history.commit(server, new LogBatch(kept, now, rows, gaps))) {
                kept = now;
                rows.clear();
                gaps.clear();
                failing = false;
            } else {
                stop("another Spoolscope keeps the history of " + server, null);
            }
        } catch (IOException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "the history waits for the disk", e);
            }
            failing = true;
            if (rows.size() > MOST_WAITING) {
                stop("the history of " + server + " is given up until the next start", e);
            }
        }
    }

    private void stop(String why, @Nullable IOException cause) {
        keeping = false;
        rows.clear();
        gaps.clear();
        LOG.log(System.Logger.Level.INFO, why, cause);
    }
}
