package org.spoolscope.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.spoolscope.model.DisplayText;

/// Lets the person choose a file. Behind an interface since the system's file chooser needs a
/// display.
@FunctionalInterface
public interface FileChoice {
    /// Asks, and returns when the person has chosen or given up.
    Optional<Path> choose(DisplayText title, Window owner);
}
