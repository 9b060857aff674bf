package org.spoolscope.app;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

final class MessagePage implements Page {
    private final StackPane view = new StackPane();

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void enter(Place place) {}

    @Override
    public void show(FleetSnapshot snapshot) {}
}
