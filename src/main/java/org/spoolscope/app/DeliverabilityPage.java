package org.spoolscope.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.deliverability.DeliverabilityView;
import org.spoolscope.ui.deliverability.DeliverabilityViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Deliverability page as the shell sees it.
final class DeliverabilityPage implements Page {
    private final DeliverabilityViewModel model;
    private final DeliverabilityView view;
    private boolean entering;

    /// @param asked told what is shown whenever that changes
    /// @param openLists shows the Blocklists page of a server
    DeliverabilityPage(
            DeliverabilityViewModel model,
            Consumer<Place.Deliverability> asked,
            Consumer<String> openLists) {
        this.model = model;
        this.view = new DeliverabilityView(model, openLists);
        model.server()
                .addListener((_, _, server) -> {
                    if (!entering && server != null) {
                        asked.accept(new Place.Deliverability(server));
                    }
                });
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public Optional<Node> main() {
        return Optional.of(view.main());
    }

    @Override
    public void enter(Place place) {
        if (place instanceof Place.Deliverability(String server) && !server.isEmpty()) {
            entering = true;
            model.choose(server);
            entering = false;
        }
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        model.show(snapshot);
        view.tick();
    }
}
