package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Menus;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.filter.FilterBox;
import org.spoolscope.ui.state.DrainText;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The head of the page: how much there is, of which servers, what narrows it, and what can't be
/// seen.
final class QueueHead extends VBox {
    private final QueueViewModel model;
    private final FilterBox filter;
    private final Times times;
    private final Label summary = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final MenuButton servers =
            Menus.button("queue-server", Words.get("queue.server.all"), List.of());
    private final FlowPane chips = new FlowPane(8, 4);
    private final Label drain = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final VBox notes = Boxes.column(Style.GAP_4);
    private final Label refusal = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final Node refused = Boxes.row(Style.GAP_8, new StatusShape(Tone.OFF), refusal);
    private List<String> offered = List.of();
    private @Nullable QueueQuery chipped;
    private List<DisplayText> noted = List.of();

    QueueHead(QueueViewModel model, FilterBox filter, MessageTable table, Times times) {
        this.model = model;
        this.times = times;
        this.filter = filter;
        summary.setId("queue-summary");
        summary.setMinWidth(0);
        notes.setId("queue-notes");
        chips.setId("queue-chips");
        getStyleClass().add(Style.GAP_8);
        Label title = Labels.whole(Labels.title(Words.get("queue.title")));
        getChildren()
                .addAll(
                        Boxes.row(
                                Style.GAP_14,
                                title,
                                summary,
                                Boxes.space(),
                                servers,
                                new SortMenu(model, table).button(),
                                columns(table)),
                        filter);
        drain.setId("queue-drain");
        Boxes.show(drain, false);
        refusal.setId("queue-refusal");
        Boxes.show(refused, false);
        showChips(model.query().get());
        Boxes.show(notes, false);
        offerServers(model.servers());
    }

    /// What narrows the list, and what is to be known of it: stands above the table alone, so that
    /// the groups beside it stay where they are while they are chosen from.
    List<Node> conditions() {
        return List.of(chips, drain, notes, refused);
    }

    void show(QueueStatus status) {
        Labels.set(summary, status.summary());
        showDrain(status.drain());
        if (!status.notes().equals(noted)) {
            noted = status.notes();
            notes.getChildren().setAll(noted.stream().map(QueueHead::note).toList());
            Boxes.show(notes, !noted.isEmpty());
        }
        if (!model.servers().equals(offered)) {
            offerServers(model.servers());
        }
    }

    private void showDrain(@Nullable Drain now) {
        Boxes.show(drain, now != null);
        if (now != null) {
            Labels.set(drain, Words.get("queue.drain", DrainText.of(now, model.now(), times)));
        }
    }

    /// Says why nothing may be done to the messages; nothing where something may.
    void showRefusal(DisplayText why) {
        Labels.set(refusal, why);
        Boxes.show(refused, !why.isEmpty());
    }

    /// Shows what narrows the list besides the filter; each can be taken away.
    void showChips(QueueQuery query) {
        if (query.equals(chipped)) {
            return;
        }
        chipped = query;
        List<Node> shown = new ArrayList<>();
        GroupChoice group = query.group();
        if (group != null) {
            DisplayText kind = Words.get("queue.group.by." + group.by().word());
            shown.add(
                    chip(
                            "chip-group",
                            Words.get(
                                    "queue.chip.group",
                                    kind,
                                    GroupText.title(group.by(), group.key()).clip(60)),
                            () -> model.ask(now -> now.in(null))));
        }
        ShapeCell cell = query.cell();
        if (cell != null) {
            DisplayText domain =
                    Words.get("queue.chip.domain", DisplayText.of(cell.domain()).clip(60));
            shown.add(
                    chip(
                            "chip-cell",
                            cell.isLine()
                                    ? domain
                                    : Words.get("queue.chip.cell", domain, cell.ages()),
                            () -> model.ask(now -> now.at(null))));
        }
        chips.getChildren().setAll(shown);
        Boxes.show(chips, !shown.isEmpty());
        Labels.set(
                servers,
                query.server() == null
                        ? Words.get("queue.server.all")
                        : DisplayText.of(query.server()));
    }

    /// Takes everything away that narrows the list, on the servers that are looked at.
    void clear() {
        filter.set(DisplayText.EMPTY);
        model.ask(now -> now.in(null).at(null));
    }

    /// Shows what one filter finds on all servers, and narrows it by nothing else.
    void only(DisplayText text) {
        filter.set(text);
        model.ask(now -> now.on(null).in(null).at(null));
        offerServers(offered);
    }

    private void offerServers(List<String> names) {
        offered = names;
        String chosen = model.query().get().server();
        List<RadioMenuItem> items = new ArrayList<>();
        items.add(
                Menus.choice(
                        "queue-server-all",
                        Words.get("queue.server.all"),
                        chosen == null,
                        () -> choose(null)));
        for (String name : names) {
            items.add(
                    Menus.choice(
                            "queue-server-" + name,
                            DisplayText.of(name),
                            name.equals(chosen),
                            () -> choose(name)));
        }
        servers.getItems().setAll(items);
        Labels.named(servers, Words.get("queue.server.name"));
    }

    private void choose(@Nullable String server) {
        model.ask(now -> now.on(server));
        offerServers(offered);
    }

    private static Node note(DisplayText text) {
        return Boxes.row(Style.GAP_8, new StatusShape(Tone.OFF), Labels.wrapped(text, Style.MUTED));
    }

    private static Node chip(String id, DisplayText text, Runnable remove) {
        Button chip = Buttons.small(Buttons.of(id, Words.get("queue.chip", text), remove));
        chip.getStyleClass().add(QueueStyle.CHIP);
        return Labels.named(chip, Words.get("queue.chip.remove", text));
    }

    private static MenuButton columns(MessageTable table) {
        List<MenuItem> items = new ArrayList<>();
        for (QueueColumn kind : QueueColumn.values()) {
            if (kind != QueueColumn.ID) {
                items.add(
                        Menus.check(
                                "show-" + kind.name().toLowerCase(Locale.ROOT),
                                kind.title(),
                                table.column(kind).visibleProperty()));
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(
                Menus.item(
                        "columns-standard",
                        Words.get("queue.columns.standard"),
                        DisplayText.EMPTY,
                        table::useStandardColumns));
        return Menus.button("queue-columns", Words.get("queue.columns"), items);
    }
}
