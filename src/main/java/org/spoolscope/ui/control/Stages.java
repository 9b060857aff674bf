package org.spoolscope.ui.control;

import javafx.scene.image.Image;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Theme;

/// Windows with a title.
public final class Stages {
    private Stages() {}

    public static Stage titled(DisplayText title) {
        Stage stage = new Stage();
        stage.setTitle(title.toString());
        return stage;
    }

    /// Puts the icon where the desktop shows its windows, in the sizes that desktops choose from.
    public static void addIcon(Stage stage) {
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            stage.getIcons().add(new Image(Theme.icon(size)));
        }
    }

    /// The platform's own dialog for choosing a file. Throws when shown on the headless platform.
    public static FileChooser fileChooser(DisplayText title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title.toString());
        return chooser;
    }
}
