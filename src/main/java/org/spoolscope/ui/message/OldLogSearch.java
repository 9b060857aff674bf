package org.spoolscope.ui.message;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.spoolscope.model.LogWindow;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ui.fx.Background;

/// A search of the servers' own logs, each server on a thread of its own. JavaFX thread, except
/// where it says otherwise.
final class OldLogSearch {
    private final OldLogs logs;
    private final Background background;
    private final BiConsumer<String, LogWindow> found;
    private final ReadOnlyObjectWrapper<OldSearch> state =
            new ReadOnlyObjectWrapper<>(OldSearch.NONE);
    private List<Run> runs = List.of();

    /// @param found told a server and the lines that its logs hold about the message
    OldLogSearch(OldLogs logs, Background background, BiConsumer<String, LogWindow> found) {
        this.logs = logs;
        this.background = background;
        this.found = found;
    }

    ReadOnlyObjectProperty<OldSearch> state() {
        return state.getReadOnlyProperty();
    }

    /// Begins; a search that runs is cancelled.
    void start(String term, List<String> servers) {
        forget();
        runs = servers.stream().map(server -> new Run(server, term)).toList();
        show();
        List.copyOf(runs).forEach(run -> background.run(run.task));
    }

    /// Ends what still runs; what was found so far stays.
    void cancel() {
        List.copyOf(runs).forEach(run -> run.task.cancel(true));
    }

    /// Ends it, and not a word more about it.
    void forget() {
        List<Run> before = runs;
        runs = List.of();
        before.forEach(run -> run.task.cancel(true));
        show();
    }

    private void show() {
        state.set(
                runs.isEmpty()
                        ? OldSearch.NONE
                        : new OldSearch(
                                runs.getFirst().term,
                                runs.stream().map(run -> run.shown).toList()));
    }

    private void reached(Run run) {
        run.isTold.set(false);
        if (runs.contains(run) && run.shown.isRunning()) {
            run.shown = run.latest;
            show();
        }
    }

    private void ended(Run run) {
        if (!runs.contains(run)) {
            return;
        }
        TraceResult result = null;
        try {
            result = run.task.get();
        } catch (CancellationException | InterruptedException _) {
            // The person knows.
        } catch (ExecutionException e) {
            throw new IllegalStateException("search of old logs", e.getCause());
        } finally {
            run.shown = run.latest.ended(result);
            show();
        }
        if (result instanceof TraceResult.Searched(RemoteTrace.Collected collected)) {
            found.accept(run.shown.name(), collected.lines());
        }
    }

    /// The search of one server.
    private final class Run {
        private final String term;
        private final AtomicBoolean isTold = new AtomicBoolean();
        private final FutureTask<TraceResult> task =
                new FutureTask<>(this::search) {
                    @Override
                    protected void done() {
                        background.onScreen(() -> ended(Run.this));
                    }
                };
        private volatile OldSearch.Server latest;
        private OldSearch.Server shown;

        Run(String server, String term) {
            this.term = term;
            this.latest = OldSearch.Server.beginning(server);
            this.shown = latest;
        }

        private TraceResult search() throws InterruptedException {
            return logs.search(latest.name(), term, this::at);
        }

        /// On the searching thread. Of files that follow each other fast only the last is shown.
        private void at(int round, SearchedFile file) {
            latest = latest.at(round, file);
            if (!isTold.getAndSet(true)) {
                background.onScreen(() -> reached(this));
            }
        }
    }
}
