package org.spoolscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.spoolscope.cli.Faces.NoDisplayException;
import org.spoolscope.cli.Failure;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Stages;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.SystemFileChoice;
import org.spoolscope.ui.shell.OpeningView;
import org.spoolscope.ui.theme.Theme;

/// The window on a screen. It shows at once, and fills in when what it is about is there.
final class ConsoleWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ConsoleWindow() {}

    /// Makes what the window is about, while the window opens.
    @FunctionalInterface
    interface Opening<E extends Exception> {
        Subject open() throws E, InterruptedException;
    }

    /// The window while it shows nothing yet. JavaFX thread.
    private record Opened(Stage stage, Scene scene, OpeningView view, Theme theme) {}

    /// Opens the window and returns when it has been closed. What goes wrong with what it is about
    /// is shown in it, and thrown then.
    static <E extends Exception> void open(Opening<E> opening)
            throws E, NoDisplayException, InterruptedException {
        new ConsoleWindow().run(opening);
    }

    private <E extends Exception> void run(Opening<E> opening)
            throws E, NoDisplayException, InterruptedException {
        startToolkit();
        // Both at once would make the window wait where there are two cores.
        Opened window = opened.join();
        Platform.runLater(() -> Stages.addIcon(window.stage()));
        try (Subject subject = opening.open();
                ExecutorService workers = Workers.start()) {
            Platform.runLater(() -> fill(window, subject, workers));
            closed.await();
            workers.shutdownNow();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            Platform.runLater(() -> window.view().fail(said(e)));
            closed.await();
            throw e;
        }
    }

    private void startToolkit() throws NoDisplayException {
        try {
            Platform.startup(this::show);
        } catch (UnsupportedOperationException e) {
            String why = String.valueOf(e.getMessage());
            throw new NoDisplayException(
                    why.contains("GTK") ? Words.get("app.no-gtk").toString() : why);
        }
    }

    private static List<DisplayText> said(Exception e) {
        return e instanceof Failure failure
                ? failure.lines()
                : List.of(DisplayText.of(String.valueOf(e.getMessage())));
    }

    private void show() {
        try {
            opened.complete(empty());
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }

    private Opened empty() {
        Theme theme = new Theme(null);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        OpeningView view = new OpeningView();
        Scene scene =
                new Scene(
                        view,
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        theme.apply(scene);
        Stage stage = Stages.titled(Words.get("shell.name"));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> closed.countDown());
        stage.show();
        return new Opened(stage, scene, view, theme);
    }

    private static void fill(Opened window, Subject subject, ExecutorService workers) {
        Console console =
                Console.on(
                        subject,
                        window.theme(),
                        new Background(workers),
                        new SystemFileChoice(Path.of(System.getProperty("user.home"), ".ssh")));
        window.scene().setRoot(console.root());
        console.follow(subject.fleet(), window.scene());
        console.root().applyCss(); // what scrolls joins the scene only now, and can take the focus
        console.focusFirst();
    }
}
