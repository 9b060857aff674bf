package org.spoolscope.app;

import java.util.Locale;
import java.util.Map;
import org.spoolscope.cli.Faces.NoDisplayException;

/// Whether a window can be opened here.
final class Display {
    private Display() {}

    /// Whether this process may open one.
    static void require() throws NoDisplayException {
        require(
                System.getenv(),
                System.getProperty("os.name"),
                System.getProperty("glass.platform", ""));
    }

    /// Looks before JavaFX does: its own failure without a display is a stack trace.
    ///
    /// @param system the value of `os.name`
    /// @param platform the value of `glass.platform`, or empty
    static void require(Map<String, String> environment, String system, String platform)
            throws NoDisplayException {
        String name = system.toLowerCase(Locale.ROOT);
        boolean hasX11 = !name.startsWith("windows") && !name.startsWith("mac");
        boolean headless = platform.equalsIgnoreCase("headless");
        // JavaFX draws through X11; on Wayland that is XWayland, which sets DISPLAY too.
        if (hasX11 && !headless && environment.getOrDefault("DISPLAY", "").isEmpty()) {
            throw new NoDisplayException("DISPLAY is not set");
        }
    }
}
