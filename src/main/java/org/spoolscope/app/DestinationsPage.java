package org.spoolscope.app;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.destination.DestinationsView;
import org.spoolscope.ui.destination.DestinationsViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Destinations page as the shell sees it.
final class DestinationsPage implements Page {
    private final DestinationsViewModel model;
    private final DestinationsView view;
    private boolean entering;

    /// @param asked told what is shown whenever the person changes it
    /// @param openQueue shows the queue by a filter
    /// @param openLog shows a server's log by a filter
    DestinationsPage(
            DestinationsViewModel model,
            Times times,
            Consumer<Place.Destinations> asked,
            Consumer<String> openQueue,
            BiConsumer<String, String> openLog) {
        this.model = model;
        this.view = new DestinationsView(model, times, openQueue, openLog);
        model.server()
                .addListener((_, _, server) -> {
                    if (!entering) {
                        asked.accept(new Place.Destinations(server == null ? "" : server));
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
        if (place instanceof Place.Destinations(String server)) {
            entering = true;
            model.choose(server.isEmpty() ? null : server);
            entering = false;
        }
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        model.show(snapshot);
    }
}
