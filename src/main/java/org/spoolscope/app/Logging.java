package org.spoolscope.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What reaches standard error of what libraries and Spoolscope log.
final class Logging {
    private Logging() {}

    /// Libraries tell how they start up; nobody who types a command wants to read that.
    static void warningsOnly() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
