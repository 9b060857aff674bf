package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.action.ActionRequests;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Menus;
import org.spoolscope.ui.theme.Style;

/// What can be done to the messages, as buttons below them, folded into one where there is no room,
/// and as the menu on a row.
final class ActionBar extends HBox {
    private final ActionScope scope;
    private final ActionRequests requests;
    private final Map<ActionKey, Button> buttons = new EnumMap<>(ActionKey.class);
    private final MenuButton folded =
            Menus.button("queue-act", Words.get("queue.action.folded"), List.<MenuItem>of());
    private final MenuButton flush =
            Menus.button("queue-flush", Words.get("queue.action.flush"), List.<MenuItem>of());

    ActionBar(ActionScope scope, ActionRequests requests) {
        this.scope = scope;
        this.requests = requests;
        setId("queue-actions");
        getStyleClass().addAll(Style.GAP_8, Style.ACTIONS);
        for (ActionKey key : ActionKey.values()) {
            Button button = button(key);
            buttons.put(key, button);
            getChildren().add(button);
        }
        getChildren().addAll(flush, folded);
        folded.setOnShowing(_ -> folded.getItems().setAll(items()));
        folded.getItems().setAll(items());
        fold(false);
        flush.setOnShowing(_ -> flush.getItems().setAll(flushes("queue-flush")));
        flush.getItems().setAll(flushes("queue-flush"));
        scope.state().subscribe(this::show);
    }

    /// Asks for an action, if it applies.
    ///
    /// @return whether it does
    boolean ask(Verb verb) {
        boolean applies = scope.state().get().verbs().contains(verb);
        if (applies) {
            requests.ask(verb, scope.chosen());
        }
        return applies;
    }

    /// Shows one button for all, or one for each.
    void fold(boolean fold) {
        buttons.values().forEach(button -> Boxes.show(button, !fold));
        Boxes.show(flush, !fold);
        Boxes.show(folded, fold);
    }

    /// The same as a menu, as of now.
    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        ActionScope.State state = scope.state().get();
        List<MenuItem> items = new ArrayList<>();
        for (ActionKey key : ActionKey.values()) {
            MenuItem item =
                    Menus.item(
                            "menu-" + key.verb().label(),
                            key.label(),
                            key.cap(),
                            () -> ask(key.verb()));
            item.setDisable(!state.verbs().contains(key.verb()));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.addAll(flushes("menu-flush"));
        return items;
    }

    private List<MenuItem> flushes(String id) {
        List<MenuItem> items = new ArrayList<>();
        boolean may = scope.state().get().refusal().isEmpty() && !scope.servers().isEmpty();
        String domain = scope.domain();
        if (domain != null) {
            items.add(
                    Menus.item(
                            id + "-site",
                            Words.get("queue.action.flush.site", domain),
                            DisplayText.EMPTY,
                            () -> requests.flush(scope.servers(), domain)));
        }
        items.add(
                Menus.item(
                        id + "-all",
                        flushAll(),
                        DisplayText.EMPTY,
                        () -> requests.flush(scope.servers(), "")));
        items.forEach(item -> item.setDisable(!may));
        return items;
    }

    private DisplayText flushAll() {
        List<String> servers = scope.servers();
        return servers.size() == 1
                ? Words.get("queue.action.flush.all.one", servers.getFirst())
                : Words.get("queue.action.flush.all", Figures.count(servers.size()));
    }

    private Button button(ActionKey key) {
        String id = "queue-" + key.verb().label();
        return key == ActionKey.DELETE
                ? Buttons.danger(id, key.label(), () -> ask(key.verb()))
                : Buttons.of(id, key.label(), () -> ask(key.verb()));
    }

    private void show(ActionScope.State state) {
        String which = state.selected() ? "queue.action.selected" : "queue.action.matching";
        buttons.forEach((key, button) -> {
            button.setDisable(!state.verbs().contains(key.verb()));
            DisplayText what = Words.get(which, key.label(), Figures.count(state.messages()));
            Labels.named(button, what);
            Labels.hint(button, Words.get("queue.action.hint", what, key.cap()));
            Labels.help(button, state.refusal());
        });
        flush.setDisable(!state.refusal().isEmpty());
        folded.setDisable(!state.refusal().isEmpty());
    }
}
