package org.spoolscope.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import org.spoolscope.ui.Screen;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A person in front of the console, who waits for what takes a moment.
final class ConsoleRobot extends FxRobot {
    private static final long PATIENCE_SECONDS = 40;

    /// Waits until the condition holds, which is asked on the JavaFX thread.
    void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> Screen.onScreen(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("not in time: " + what, e);
        }
    }

    void click(String query) {
        clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean isThere(String query) {
        return lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    String text(String query) {
        return lookup(query).queryLabeled().getText();
    }
}
