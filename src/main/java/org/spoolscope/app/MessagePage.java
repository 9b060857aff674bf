package org.spoolscope.app;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.message.MessageQuery;
import org.spoolscope.ui.message.MessageView;
import org.spoolscope.ui.message.MessageViewModel;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Message page as the shell sees it. It searches only while it is shown.
final class MessagePage implements Page {
    private final MessageViewModel model;
    private final MessageView view;

    /// @param go goes to another message, or to the messages that a term finds
    /// @param showLines shows the lines of a message: the server's name and the queue id
    MessagePage(
            MessageViewModel model,
            Times times,
            Consumer<Place.Message> go,
            BiConsumer<String, String> showLines) {
        this.model = model;
        this.view =
                new MessageView(
                        model,
                        times,
                        query -> go.accept(new Place.Message(query.server(), query.term())),
                        showLines);
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
        if (place instanceof Place.Message(String server, String term)) {
            model.find(new MessageQuery(server, term));
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
        view.tick();
    }
}
