package org.spoolscope.ui.settings;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ui.fx.Background;

/// Tries a server before it is saved, and goes on after the person accepted a key or gave a
/// passphrase. At most one test runs.
public final class ConnectionTestViewModel {
    private final ServerRegistry registry;
    private final Background background;
    private final ReadOnlyObjectWrapper<TestState> state =
            new ReadOnlyObjectWrapper<>(new TestState.Idle());

    private @Nullable ServerConfig server;
    private @Nullable Task running;

    public ConnectionTestViewModel(ServerRegistry registry, Background background) {
        this.registry = registry;
        this.background = background;
    }

    public ReadOnlyObjectProperty<TestState> state() {
        return state.getReadOnlyProperty();
    }

    /// Begins a test; one that runs is cancelled.
    public void start(ServerConfig tested) {
        server = tested;
        begin(() -> new TestState.Ended(registry.test(tested)));
    }

    /// Ends a running test, or clears its result. The settings have changed, or the person gave up.
    public void cancel() {
        Task task = running;
        running = null;
        if (task != null) {
            task.cancel(true);
        }
        state.set(new TestState.Idle());
    }

    /// Puts the key on file and tries again.
    public void accept(LinkFailure.HostKeyUnknown shown) {
        ServerConfig tested = server;
        if (tested == null) {
            return;
        }
        begin(() -> {
            try {
                registry.trust(tested.name(), shown);
            } catch (IOException e) {
                return new TestState.KeyNotSaved(String.valueOf(e.getMessage()));
            }
            return new TestState.Ended(registry.test(tested));
        });
    }

    /// Tries again with a passphrase, which is wiped.
    public void passphrase(String keyFile, char[] passphrase) {
        ServerConfig tested = server;
        if (tested == null) {
            return;
        }
        begin(
                () -> {
                    registry.passphrase(keyFile, passphrase);
                    return new TestState.Ended(registry.test(tested));
                },
                () -> Arrays.fill(passphrase, '\0'));
    }

    private void begin(Callable<TestState> work) {
        begin(work, () -> {});
    }

    /// @param afterwards run in any case, also when the test was cancelled before it began
    private void begin(Callable<TestState> work, Runnable afterwards) {
        cancel();
        Task task = new Task(work, afterwards);
        running = task;
        state.set(new TestState.Running());
        background.run(task);
    }

    private void ended(Task task) {
        if (task != running) {
            return;
        }
        running = null;
        try {
            state.set(task.get());
        } catch (CancellationException | InterruptedException _) {
            state.set(new TestState.Idle());
        } catch (ExecutionException e) {
            state.set(new TestState.Idle());
            throw new IllegalStateException("connection test", e.getCause());
        }
    }

    private final class Task extends FutureTask<TestState> {
        private final Runnable afterwards;

        Task(Callable<TestState> work, Runnable afterwards) {
            super(work);
            this.afterwards = afterwards;
        }

        @Override
        protected void done() {
            afterwards.run();
            background.onScreen(() -> ended(this));
        }
    }
}
