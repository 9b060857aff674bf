package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.ui.Screen;

/// The JavaFX thread paints until it is told that it is done.
@Tag("window")
@Tag("display")
@Timeout(60)
final class WindowFirstTest {
    private static final Set<Thread.State> ENDED_OR_WAITING =
            EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch painted = new CountDownLatch(1);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void paint() {
        Screen.start();
        Platform.runLater(() -> {
            try {
                done.await();
                told.add("painted");
                painted.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        done.countDown();
        painted.await();
    }

    @Test
    void goesOnWhenTheWindowIsPainted() throws InterruptedException {
        Thread reader = reader(Duration.ofMinutes(1));
        while (!ENDED_OR_WAITING.contains(reader.getState())) {
            Thread.onSpinWait();
        }
        done.countDown();
        reader.join();
        assertThat(told).containsExactly("painted", "read on");
    }

    @Test
    void doesNotWaitForLong() throws InterruptedException {
        reader(Duration.ofMillis(1)).join();
        assertThat(told).containsExactly("read on");
    }

    @Test
    void whoIsInterruptedGoesOnAndStaysInterrupted() throws InterruptedException {
        Thread reader = reader(Duration.ofMinutes(1));
        reader.interrupt();
        reader.join();
        assertThat(told).containsExactly("read on interrupted");
    }

    private Thread reader(Duration longest) {
        return Thread.ofPlatform()
                .start(() -> {
                    new WindowFirst(longest).await();
                    told.add("read on" + (Thread.interrupted() ? " interrupted" : ""));
                });
    }
}
