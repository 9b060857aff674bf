package org.spoolscope.planted.ui;

import javafx.scene.control.Label;
import tools.jackson.core.json.JsonFactory;

/// Planted: a view model that knows a node, shows raw text, and reads JSON.
public final class PlantedViewModel {
    private final Label label = new Label("raw");

    Object shows() {
        label.setText("raw");
        return new JsonFactory();
    }
}
