package org.spoolscope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javax.imageio.ImageIO;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;
import org.testfx.api.FxToolkit;

/// Renders nodes without a window, and brings work to the JavaFX thread.
public final class Screen {
    private Screen() {}

    /// Starts the toolkit if it is not running yet.
    public static void start() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs `work` on the JavaFX thread and waits for its answer.
    public static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static void onScreen(Runnable work) {
        onScreen(() -> {
            work.run();
            return true;
        });
    }

    /// A scene of its own around `root`, in the look of `appearance`.
    public static Scene scene(Parent root, Appearance appearance, int width, int height) {
        Scene scene = new Scene(root, width, height);
        new Theme(appearance).apply(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    /// What `scene` looks like now.
    public static WritableImage picture(Scene scene) {
        return onScreen(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
    }

    /// Writes `target/pictures/NAME.png`.
    public static Path save(WritableImage picture, String name) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Path file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mouse wheel turned, as an event to fire: the robot's wheel does nothing on a headless
    /// screen.
    ///
    /// @param up pixels
    public static ScrollEvent wheel(double up) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                up,
                0,
                up,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
