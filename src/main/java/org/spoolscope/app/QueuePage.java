package org.spoolscope.app;

import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.queue.QueueView;
import org.spoolscope.ui.queue.QueueViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Queue page as the shell sees it. It searches only while it is shown.
final class QueuePage implements Page {
    private final QueueViewModel model;
    private final QueueView view;

    QueuePage(QueueViewModel model, Times times) {
        this.model = model;
        this.view = new QueueView(model, times);
        view.sceneProperty().addListener((_, _, scene) -> model.setShowing(scene != null));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void enter(Place place) {
        if (place instanceof Place.Queue(String filter) && !filter.isEmpty()) {
            view.filter(DisplayText.of(filter));
        }
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        model.show(snapshot);
    }
}
