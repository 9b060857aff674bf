package org.spoolscope.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.log.LogView;
import org.spoolscope.ui.log.LogViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Log page as the shell sees it. It searches only while it is shown.
final class LogPage implements Page {
    private final LogViewModel model;
    private final LogView view;
    private boolean entering;

    /// @param asked told what is shown whenever the person changes it
    /// @param openMessage goes to a message: the server's name and the queue id
    LogPage(
            LogViewModel model,
            Times times,
            InstantSource clock,
            Consumer<Place.Log> asked,
            BiConsumer<String, String> openMessage) {
        this.model = model;
        this.view = new LogView(model, times, clock, openMessage);
        model.query()
                .addListener((_, _, now) -> {
                    if (!entering) {
                        String server = now.server() == null ? "" : now.server();
                        asked.accept(new Place.Log(server, now.filter().toString()));
                    }
                });
        view.sceneProperty().addListener((_, _, scene) -> model.setShowing(scene != null));
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
        if (place instanceof Place.Log(String server, String filter)) {
            entering = true;
            view.show(server, DisplayText.of(filter));
            entering = false;
        }
    }

    @Override
    public boolean startSearch() {
        view.startSearch();
        return true;
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        model.show(snapshot);
    }
}
