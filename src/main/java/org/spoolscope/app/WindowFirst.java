package org.spoolscope.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.spoolscope.monitor.Foreground;

/// Lets the JavaFX thread go first: it has done what there was to do when it comes to a task that
/// is sent in last. For any number of threads at once.
final class WindowFirst implements Foreground {
    private static final Duration LONGEST = Duration.ofMillis(100);

    private final Duration longest;

    WindowFirst() {
        this(LONGEST);
    }

    /// @param longest how long it is waited for at the most
    WindowFirst(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void await() {
        CountDownLatch reached = new CountDownLatch(1);
        try {
            Platform.runLater(reached::countDown);
            boolean _ = reached.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IllegalStateException e) {
            // There is no window yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
