package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.LogSettings;

/// What the command line asks of the window. `app` implements it, so that neither knows the other.
public interface Faces {
    /// Opens the console on the configured servers and returns when it is closed.
    ///
    /// @param configuration read while the window opens; what is wrong with it is shown there, and
    ///   thrown when it is closed
    /// @param readOnly whether it begins read-only
    /// @return the exit status
    int console(Configuration configuration, boolean readOnly)
            throws Failure, NoDisplayException, InterruptedException;

    /// Opens the console on the simulated fleet.
    ///
    /// @param speed how many seconds pass there in one second here
    /// @param readOnly whether it begins read-only
    /// @return the exit status
    int demo(int servers, double speed, boolean readOnly)
            throws NoDisplayException, InterruptedException, IOException;

    /// Writes a picture of a page; needs no display.
    ///
    /// @param configuration not read for a picture of the demo
    /// @return the exit status
    int screenshot(Configuration configuration, Screenshot picture)
            throws Failure, InterruptedException, IOException;

    /// The pages there are.
    List<Page> pages();

    /// Reads the configuration.
    @FunctionalInterface
    interface Configuration {
        /// Blocks for the disk.
        ///
        /// @throws Failure what is wrong with it
        Configured read() throws Failure;
    }

    /// What is configured.
    ///
    /// @param folder the configuration folder, where changes are saved
    /// @param servers those configured there
    /// @param logs how their logs are read
    /// @param lists which blocklists there are
    record Configured(Path folder, List<ServerConfig> servers, LogSettings logs, Catalogue lists) {}

    /// A page of the console.
    ///
    /// @param name as it is typed
    /// @param ofServer whether it shows one server, which must be named
    record Page(String name, boolean ofServer) {}

    /// A picture of a page.
    ///
    /// @param server null for a page that shows all
    /// @param file ends with `.png`; its folder exists
    /// @param width pixels
    /// @param height pixels
    /// @param demo shows the simulated fleet
    /// @param readOnly as the console is that begins read-only
    record Screenshot(
            Page page,
            @Nullable String server,
            Path file,
            int width,
            int height,
            boolean dark,
            boolean demo,
            boolean readOnly) {}

    /// There is no display to open a window on.
    final class NoDisplayException extends Exception {
        private static final long serialVersionUID = 1;

        /// @param message what was looked for, such as `DISPLAY is not set`
        public NoDisplayException(String message) {
            super(message);
        }
    }
}
