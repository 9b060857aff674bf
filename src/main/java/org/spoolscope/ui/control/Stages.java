package org.spoolscope.ui.control;

import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.spoolscope.model.DisplayText;

/// Windows with a title.
public final class Stages {
    private Stages() {}

    public static Stage titled(DisplayText title) {
        Stage stage = new Stage();
        stage.setTitle(title.toString());
        return stage;
    }

    /// The platform's own dialog for choosing a file. Throws when shown on the headless platform.
    public static FileChooser fileChooser(DisplayText title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title.toString());
        return chooser;
    }
}
