package org.spoolscope.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.spoolscope.ui.blocklist.WebPages;
import org.spoolscope.ui.fx.Background;

/// The system's own browser, by the command that each system has for it. AWT's way would start a
/// second toolkit beside JavaFX.
final class SystemWebPages implements WebPages {
    private static final System.Logger LOG = System.getLogger(SystemWebPages.class.getName());

    private final Background background;

    SystemWebPages(Background background) {
        this.background = background;
    }

    @Override
    public void open(String address) {
        if (address.startsWith("https://") || address.startsWith("http://")) {
            background.run(() -> start(address));
        }
    }

    private static void start(String address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The address stays there to be copied.
            LOG.log(System.Logger.Level.INFO, "no browser was opened", e);
        }
    }

    /// No shell is between: the address is one argument, whatever is in it.
    static List<String> command(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
