package org.spoolscope.app;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.blocklist.BlocklistDesk;
import org.spoolscope.ui.blocklist.BlocklistsView;
import org.spoolscope.ui.blocklist.BlocklistsViewModel;
import org.spoolscope.ui.blocklist.KnownLists;
import org.spoolscope.ui.blocklist.WebPages;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;

/// The Blocklists page as the shell sees it.
final class BlocklistsPage implements Page {
    private final BlocklistsViewModel model;
    private final BlocklistDesk desk;
    private final BlocklistsView view;
    private boolean entering;

    /// @param pages opens pages to ask for removal
    /// @param dialogs shows a dialog above the window
    /// @param asked told what is shown whenever the person changes it
    /// @param openLog shows a server's log by a filter
    BlocklistsPage(
            BlocklistsViewModel model,
            BlocklistDesk desk,
            WebPages pages,
            Consumer<ModalDialog> dialogs,
            Consumer<Place.Blocklists> asked,
            BiConsumer<String, String> openLog) {
        this.model = model;
        this.desk = desk;
        this.view = new BlocklistsView(model, desk, pages, dialogs, openLog);
        model.server()
                .addListener((_, _, server) -> {
                    if (!entering) {
                        asked.accept(new Place.Blocklists(server == null ? "" : server));
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
        if (place instanceof Place.Blocklists(String server)) {
            entering = true;
            model.choose(server.isEmpty() ? null : server);
            entering = false;
        }
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        model.show(
                new KnownLists(
                        snapshot.servers().stream()
                                .map(server ->
                                        new KnownLists.OfServer(server.name(), server.lists()))
                                .toList(),
                        desk.asked(),
                        desk.catalogue(),
                        desk.mutes()));
        view.tick();
    }
}
