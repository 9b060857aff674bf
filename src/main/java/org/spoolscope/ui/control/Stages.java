package org.spoolscope.ui.control;

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
}
