package org.spoolscope.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.PageScroll;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// The column at the left: the pages that exist, and the servers with their state.
final class Navigation extends PageScroll {
    private final ShellViewModel shell;
    private final NavigationItem fleet;
    private final NavigationItem queue;
    private final NavigationItem log;
    private final NavigationItem destinations;
    private final NavigationItem blocklists;
    private final NavigationItem deliverability;
    private final NavigationItem actions;
    private final VBox servers = new VBox();
    private final Map<String, NavigationItem> items = new HashMap<>();

    Navigation(ShellViewModel shell) {
        this.shell = shell;
        fleet =
                new NavigationItem(
                        "go-fleet",
                        Words.get("shell.fleet"),
                        () -> shell.go(new Place.FleetOverview()));
        queue =
                new NavigationItem(
                        "go-queue", Words.get("shell.queue"), () -> shell.go(new Place.Queue("")));
        log =
                new NavigationItem(
                        "go-log", Words.get("shell.log"), () -> shell.go(new Place.Log("", "")));
        destinations =
                new NavigationItem(
                        "go-destinations",
                        Words.get("shell.destinations"),
                        () -> shell.go(new Place.Destinations("")));
        blocklists =
                new NavigationItem(
                        "go-blocklists",
                        Words.get("shell.blocklists"),
                        () -> shell.go(new Place.Blocklists("")));
        deliverability =
                new NavigationItem(
                        "go-deliverability",
                        Words.get("shell.deliverability"),
                        () -> shell.go(new Place.Deliverability("")));
        actions =
                new NavigationItem(
                        "go-actions",
                        Words.get("shell.actions"),
                        () -> shell.go(new Place.Actions()));
        VBox column =
                new VBox(
                        fleet.node(),
                        queue.node(),
                        log.node(),
                        destinations.node(),
                        blocklists.node(),
                        deliverability.node(),
                        actions.node(),
                        Labels.of(
                                Words.get("shell.servers"),
                                Style.SMALL,
                                Style.SUBTLE,
                                Style.NAVIGATION_HEADING),
                        servers);
        column.getStyleClass().add(Style.NAVIGATION);
        servers.getStyleClass().add(Style.NAVIGATION_LIST);
        setContent(column);
        setFocusTraversable(false);
        getStyleClass().add(Style.NAVIGATION_SCROLL);

        shell.servers().addListener((_, _, count) -> fleet.note(count));
        shell.queued().addListener((_, _, count) -> queue.note(count));
        shell.listings().addListener((_, _, count) -> blocklists.note(count));
        shell.actions().addListener((_, _, count) -> actions.note(count));
        shell.rows().addListener((ListChangeListener<NavigationRow>) _ -> rebuild());
        shell.place().addListener((_, _, place) -> mark(place));
        rebuild();
    }

    private void rebuild() {
        items.clear();
        servers.getChildren().clear();
        for (NavigationRow row : shell.rows()) {
            NavigationItem item = item(row);
            items.put(row.name(), item);
            servers.getChildren().add(item.node());
        }
        mark(shell.place().get());
    }

    private NavigationItem item(NavigationRow row) {
        StatusShape shape = new StatusShape(Tone.NEUTRAL);
        NavigationItem item =
                new NavigationItem(
                        "go-server-" + row.name(),
                        DisplayText.of(row.name()),
                        () -> shell.go(new Place.Server(row.name())),
                        shape);
        row.state()
                .subscribe(state -> {
                    shape.show(state.tone());
                    item.note(state.note());
                });
        return item;
    }

    /// Takes the focus to the item of `place`.
    void focus(Place place) {
        NavigationItem item =
                switch (place) {
                    case Place.FleetOverview _ -> fleet;
                    case Place.Queue _ -> queue;
                    case Place.Log _, Place.Message _ -> log;
                    case Place.Destinations _ -> destinations;
                    case Place.Blocklists _ -> blocklists;
                    case Place.Deliverability _ -> deliverability;
                    case Place.Actions _ -> actions;
                    case Place.Server(String name) -> items.getOrDefault(name, fleet);
                };
        item.node().requestFocus();
    }

    private void mark(Place place) {
        fleet.current(place instanceof Place.FleetOverview);
        queue.current(place instanceof Place.Queue);
        log.current(place instanceof Place.Log || place instanceof Place.Message);
        destinations.current(place instanceof Place.Destinations);
        blocklists.current(place instanceof Place.Blocklists);
        deliverability.current(place instanceof Place.Deliverability);
        actions.current(place instanceof Place.Actions);
        items.forEach((name, item) -> item.current(place.equals(new Place.Server(name))));
    }
}
