package org.spoolscope.app;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.action.ActionRequests;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.queue.ActionScope;
import org.spoolscope.ui.queue.QueueRow;
import org.spoolscope.ui.queue.QueueView;
import org.spoolscope.ui.queue.QueueViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.state.WindowState;

/// The Queue page as the shell sees it. It searches only while it is shown.
final class QueuePage implements Page {
    private final QueueViewModel model;
    private final QueueView view;
    private boolean entering;

    /// @param state where it is remembered what the person has made of the table
    /// @param filtered told the filter in force whenever the person changes it
    /// @param openJourney goes to a message's page: its server's name and its id
    /// @param read opens what a message says
    QueuePage(
            QueueViewModel model,
            ActionScope scope,
            ActionRequests requests,
            Times times,
            WindowState state,
            Consumer<String> filtered,
            BiConsumer<String, String> openJourney,
            Consumer<QueueRow> read) {
        this.model = model;
        this.view = new QueueView(model, scope, requests, times, state, openJourney, read);
        model.query()
                .addListener((_, before, now) -> {
                    String filter = now.filter().toString();
                    if (!entering && !filter.equals(before.filter().toString())) {
                        filtered.accept(filter);
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
        if (place instanceof Place.Queue(String filter)) {
            entering = true;
            view.show(DisplayText.of(filter));
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
