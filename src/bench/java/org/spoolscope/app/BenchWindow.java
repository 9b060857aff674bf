package org.spoolscope.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.shell.Place;

/// The console's window on something, and what a person does to it step by step. What is being done
/// has a name, for the list of the worst frames.
final class BenchWindow {
    private static final long STEP_MILLIS = 50;

    private final SubjectWindow window;
    private volatile String doing = "";

    private BenchWindow(Subject subject, ExecutorService workers) {
        window = new SubjectWindow(subject, workers);
    }

    /// Starts the toolkit and opens the window.
    static BenchWindow open(Subject subject, ExecutorService workers) {
        CompletableFuture<BenchWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> opened.complete(new BenchWindow(subject, workers)));
        return opened.join();
    }

    String doing() {
        return doing;
    }

    void doing(String what) {
        doing = what;
    }

    void go(String name, Place place) throws InterruptedException {
        doing = "to " + name;
        steps(
                4,
                step -> {
                    if (step == 0) {
                        window.go(place);
                    }
                });
        doing = name;
    }

    /// On the JavaFX thread: a state that the fleet did not publish.
    void show(FleetSnapshot snapshot) {
        window.show(snapshot);
    }

    /// On the JavaFX thread.
    Node node(String id) {
        return window.node(id);
    }

    /// Does something on the JavaFX thread, again and again.
    static void steps(int count, IntConsumer step) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            int number = i;
            onScreen(() -> step.accept(number));
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    static void onScreen(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
