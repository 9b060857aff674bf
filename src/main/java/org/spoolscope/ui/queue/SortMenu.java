package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Menus;

/// Says what the messages are sorted by, and changes it: the way by keyboard to what the headings
/// of the table do, and the only one to a column that is not shown.
final class SortMenu {
    private final QueueViewModel model;
    private final MessageTable table;
    private final MenuButton button =
            Menus.button("queue-sort", DisplayText.EMPTY, List.<MenuItem>of());

    SortMenu(QueueViewModel model, MessageTable table) {
        this.model = model;
        this.table = table;
        model.query()
                .addListener((_, before, now) -> {
                    if (before.sort() != now.sort() || before.descending() != now.descending()) {
                        show(now);
                    }
                });
        show(model.query().get());
    }

    MenuButton button() {
        return button;
    }

    private void show(QueueQuery query) {
        List<MenuItem> items = new ArrayList<>();
        for (QueueColumn kind : QueueColumn.values()) {
            items.add(
                    Menus.choice(
                            "sort-" + kind.name().toLowerCase(Locale.ROOT),
                            kind.title(),
                            kind == query.sort(),
                            () -> table.sortBy(kind, model.query().get().descending())));
        }
        items.add(new SeparatorMenuItem());
        items.add(direction("ascending", false, query));
        items.add(direction("descending", true, query));
        button.getItems().setAll(items);
        String way = query.descending() ? "descending" : "ascending";
        Labels.set(button, Words.get("queue.sort." + way + ".short", query.sort().title()));
        Labels.named(
                button,
                Words.get("queue.sort.name", query.sort().title(), Words.get("queue.sort." + way)));
    }

    private MenuItem direction(String way, boolean descending, QueueQuery query) {
        return Menus.choice(
                "sort-" + way,
                Words.get("queue.sort." + way),
                query.descending() == descending,
                () -> table.sortBy(model.query().get().sort(), descending));
    }
}
