package org.spoolscope.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/// Where work goes that must not hold up a frame: sorting, filtering, drawing charts, commands that
/// block. The threads belong to `app`.
public final class Background {
    private final Executor workers;
    private final Executor screen;

    /// Answers come back on the JavaFX thread.
    ///
    /// @param workers runs the work; must not run it on the JavaFX thread
    public Background(Executor workers) {
        this(workers, Platform::runLater);
    }

    /// @param screen runs the answers, one after the other
    public Background(Executor workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    /// Work of one kind of which only the newest matters: see [Lane].
    public <I, R> Lane<I, R> lane(Function<I, R> work, Consumer<R> answer) {
        return new Lane<>(workers, screen, work, answer);
    }

    /// Runs a command once, without an answer. Any thread.
    public void run(Runnable command) {
        workers.execute(command);
    }

    /// Brings `command` to the JavaFX thread. Any thread. For single events; a stream of values
    /// goes through [PulseSlot].
    public void onScreen(Runnable command) {
        screen.execute(command);
    }
}
