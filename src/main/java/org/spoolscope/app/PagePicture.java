package org.spoolscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ui.chart.Png;
import org.spoolscope.ui.control.Stages;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;

/// Draws one page of the console without a display, on JavaFX's headless platform.
final class PagePicture {
    private static final long PATIENCE_SECONDS = 60;
    private static final int QUIET_ROUNDS = 4;
    private static final int MOST_ROUNDS = 200;
    private static final Duration SETTLING_PAUSE = Duration.ofMillis(50);

    private PagePicture() {}

    /// Waits for figures from every server that can be reached, then writes the picture.
    ///
    /// @param place where to go, once there are figures
    /// @param samples how many samples of each server are waited for
    /// @param log whether the logs are waited for, too
    static void write(
            Subject subject,
            Function<FleetSnapshot, Place> place,
            int width,
            int height,
            boolean dark,
            int samples,
            boolean log,
            Path file)
            throws InterruptedException, IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        awaitFigures(subject.fleet(), samples, log);
        Place there = place.apply(subject.fleet().snapshot());
        try (ExecutorService workers = Workers.start()) {
            Png.write(picture(subject, there, width, height, dark, workers), file);
        }
    }

    private static WritableImage picture(
            Subject subject,
            Place place,
            int width,
            int height,
            boolean dark,
            ExecutorService workers)
            throws InterruptedException {
        AtomicInteger busy = new AtomicInteger();
        Background background = new Background(counting(busy, workers));
        Scene[] scene = new Scene[1];
        onScreen(() -> {
            Theme theme = new Theme(dark ? Appearance.DARK : Appearance.LIGHT);
            Console console = Console.on(subject, theme, background, (_, _) -> Optional.empty());
            scene[0] = new Scene(console.root(), width, height);
            theme.apply(scene[0]);
            // Outside a window a snapshot shows what was laid out before the last change.
            Stage stage = Stages.titled(Words.get("shell.name"));
            stage.setScene(scene[0]);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            console.go(place);
            console.show(subject.fleet().snapshot());
            console.focusFirst();
            return console;
        });
        // What is drawn and sorted off the JavaFX thread comes back to it, and may start more.
        int quiet = 0;
        for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            onScreen(() -> scene[0].snapshot(null));
            Sleeper.REAL.sleep(SETTLING_PAUSE);
            quiet = busy.get() == 0 ? quiet + 1 : 0;
        }
        return onScreen(() -> {
            WritableImage picture = scene[0].snapshot(null);
            scene[0].getWindow().hide(); // or else the toolkit paints on while the program ends
            return picture;
        });
    }

    private static Executor counting(AtomicInteger busy, Executor workers) {
        return work -> {
            busy.incrementAndGet();
            workers.execute(() -> {
                try {
                    work.run();
                } finally {
                    busy.decrementAndGet();
                }
            });
        };
    }

    private static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    private static void awaitFigures(Fleet fleet, int samples, boolean log)
            throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        try (var _ = fleet.subscribe(snapshot -> countDownWhen(ready, snapshot, samples, log))) {
            countDownWhen(ready, fleet.snapshot(), samples, log);
            // A server that does not answer in time is part of the picture.
            boolean _ = ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void countDownWhen(
            CountDownLatch ready, FleetSnapshot snapshot, int samples, boolean log) {
        if (snapshot.servers().stream()
                .allMatch(server -> hasFigures(server, samples) && (!log || isRead(server)))) {
            ready.countDown();
        }
    }

    private static boolean hasFigures(ServerSnapshot server, int samples) {
        return switch (server.link()) {
            case Link.Online _ ->
                    server.history().size() >= samples
                            && (server.hasListing() || !server.troubles().isEmpty());
            case Link.Down _, Link.Paused _ -> true;
            case Link.Connecting _, Link.Silent _ -> false;
        };
    }

    /// Whether the log has been read to its end, or it is known why not.
    private static boolean isRead(ServerSnapshot server) {
        return switch (server.log().source()) {
            case null -> !(server.link() instanceof Link.Online);
            case LogSource.None _, LogSource.Unreadable _ -> true;
            case LogSource.File _, LogSource.Journal _ -> server.log().behind() == 0;
        };
    }
}
