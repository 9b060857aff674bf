package org.spoolscope.ui.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.PageScroll;
import org.spoolscope.ui.shell.Page;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Style;

/// A card per server, and one to add another.
public final class FleetView implements Page {
    /// A card and the subscription that feeds it.
    private record Slot(ServerCard card, Subscription feed) {}

    private final FleetViewModel fleet;
    private final FleetActions actions;
    private final VBox page = new VBox();
    private final CardGrid grid = new CardGrid();
    private final Node addCard;
    private final Map<String, Slot> slots = new HashMap<>();

    public FleetView(FleetViewModel fleet, FleetActions actions) {
        this.fleet = fleet;
        this.actions = actions;
        Label summary = Labels.of(fleet.summary(), Style.MUTED);
        summary.setId("fleet-summary");
        HBox head =
                Boxes.row(
                        Style.GAP_14,
                        Labels.whole(Labels.title(Words.get("shell.fleet"))),
                        Boxes.grow(summary),
                        Buttons.primary("add-server", Words.get("fleet.add"), actions::addServer));
        summary.setMaxWidth(Double.MAX_VALUE);
        ScrollPane scroll = new PageScroll();
        scroll.setContent(grid);
        scroll.getStyleClass().add(Style.PAGE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        page.setId("fleet-page");
        page.getStyleClass().add(Style.PAGE);
        page.getChildren().addAll(head, scroll);
        addCard =
                new EmptyState(
                        new Sentence(Words.get("fleet.add.say"), Words.get("fleet.add.advice")),
                        Buttons.of("add-server-card", Words.get("fleet.add"), actions::addServer));
        addCard.getStyleClass().add(Style.CARD_ADD);
        fleet.order().addListener((ListChangeListener<String>) _ -> arrange());
        arrange();
    }

    @Override
    public Node node() {
        return page;
    }

    /// The card of the server that needs the person most.
    @Override
    public Optional<Node> main() {
        return fleet.order().stream().findFirst().map(slots::get).map(slot -> slot.card().node());
    }

    @Override
    public void enter(Place place) {
        // There is one fleet.
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        fleet.show(snapshot);
    }

    private void arrange() {
        List<String> gone =
                slots.keySet().stream().filter(name -> !fleet.order().contains(name)).toList();
        for (String name : gone) {
            Slot slot = slots.remove(name);
            if (slot != null) {
                slot.feed().unsubscribe();
            }
        }
        List<Node> cards = new ArrayList<>();
        for (String name : fleet.order()) {
            cards.add(slots.computeIfAbsent(name, this::slot).card().node());
        }
        cards.add(addCard);
        grid.show(cards);
    }

    private Slot slot(String name) {
        ServerCard card = new ServerCard(fleet.card(name).get(), actions);
        return new Slot(card, fleet.card(name).subscribe(card::show));
    }
}
