package org.spoolscope.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.spoolscope.cli.Faces.NoDisplayException;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Stages;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.SystemFileChoice;
import org.spoolscope.ui.theme.Theme;

/// The window on a screen.
final class ConsoleWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private ConsoleWindow() {}

    /// Opens the window and returns when it has been closed.
    static void open(Subject subject) throws NoDisplayException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService workers = Workers.start()) {
            startToolkit(() -> show(subject, workers, closed));
            closed.await();
            workers.shutdownNow();
        }
    }

    private static void startToolkit(Runnable then) throws NoDisplayException {
        try {
            Platform.startup(then);
        } catch (UnsupportedOperationException e) {
            String why = String.valueOf(e.getMessage());
            throw new NoDisplayException(
                    why.contains("GTK") ? Words.get("app.no-gtk").toString() : why);
        }
    }

    private static void show(Subject subject, ExecutorService workers, CountDownLatch closed) {
        Theme theme = new Theme(null);
        Console console =
                Console.on(
                        subject,
                        theme,
                        new Background(workers),
                        new SystemFileChoice(Path.of(System.getProperty("user.home"), ".ssh")));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        console.root(),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        theme.apply(scene);
        Stage stage = Stages.titled(Words.get("shell.name"));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        console.follow(subject.fleet(), scene);
        stage.setOnHidden(_ -> closed.countDown());
        stage.show();
        console.focusFirst();
    }
}
