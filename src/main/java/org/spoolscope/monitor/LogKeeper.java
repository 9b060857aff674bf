package org.spoolscope.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogBatch;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.store.history.MailHistory;

/// Keeps one server's counts together with the position they reach to. They are written on a thread
/// of their own while counting goes on, one batch at a time. Used on the thread of the server's
/// follower.
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
    private @Nullable LogBatch writing;
    private CompletableFuture<Boolean> written = CompletableFuture.completedFuture(true);
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
        boolean due = nanos.getAsLong() - keptAt >= everyNanos && written.isDone();
        if (due || figures.minuteRows() > MOST_WAITING / 2) {
            write(position);
        }
    }

    /// The same, at once: nothing more may come.
    void keep(LogPosition position) {
        write(position);
        settle();
    }

    /// Waits until it is known whether what was written last is kept.
    void settle() {
        LogBatch batch = writing;
        if (batch == null) {
            return;
        }
        writing = null;
        try {
            if (written.join()) {
                kept = batch.after();
                failing = false;
            } else {
                stop("another Spoolscope keeps the history of " + server, null);
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UncheckedIOException failure)) {
                throw e;
            }
            putBack(batch, failure);
        }
    }

    private void write(LogPosition position) {
        settle();
        keptAt = nanos.getAsLong();
        List<MinuteRow> fresh = figures.drainMinutes();
        String now = position.text();
        if (!keeping || now.equals(kept)) {
            return;
        }
        rows.addAll(fresh);
        LogBatch batch = new LogBatch(kept, now, rows, gaps);
        rows.clear();
        gaps.clear();
        writing = batch;
        written = CompletableFuture.supplyAsync(() -> commit(batch), Thread::startVirtualThread);
    }

    private boolean commit(LogBatch batch) {
        try {
            return history.commit(server, batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The batch is tried again with what comes next.
    private void putBack(LogBatch batch, UncheckedIOException why) {
        rows.addAll(batch.rows());
        gaps.addAll(0, batch.gaps());
        if (!failing) {
            LOG.log(System.Logger.Level.WARNING, "the history waits for the disk", why.getCause());
        }
        failing = true;
        if (rows.size() > MOST_WAITING) {
            stop("the history of " + server + " is given up until the next start", why.getCause());
        }
    }

    private void stop(String why, @Nullable IOException cause) {
        keeping = false;
        rows.clear();
        gaps.clear();
        LOG.log(System.Logger.Level.INFO, why, cause);
    }
}
