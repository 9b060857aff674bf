package org.spoolscope.app;

import java.util.Optional;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.server.ServerView;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Server page as the shell sees it: one view for whichever server the person is at.
final class ServerPage implements Page {
    private final ServerView view;
    private String server = "";

    ServerPage(ServerView view) {
        this.view = view;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public Optional<Node> main() {
        return Optional.of(view);
    }

    @Override
    public void enter(Place place) {
        if (place instanceof Place.Server(String name)) {
            server = name;
        }
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        snapshot.server(server).ifPresent(view::show);
    }
}
