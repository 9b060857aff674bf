package org.spoolscope.ui.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Stages;

/// The system's own file chooser, opened on a folder such as `~/.ssh`.
public final class SystemFileChoice implements FileChoice {
    private final Path folder;

    /// @param folder where to begin, if it exists
    public SystemFileChoice(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> choose(DisplayText title, Window owner) {
        FileChooser chooser = Stages.fileChooser(title);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
