package org.spoolscope.app;

import java.util.Optional;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.action.ActionsView;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Actions page as the shell sees it.
final class ActionsPage implements Page {
    private final ActionsView view;

    ActionsPage(ActionsView view) {
        this.view = view;
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
        view.tick();
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        view.tick();
    }
}
