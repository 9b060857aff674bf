package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.QueueGroups.Group;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// Why the messages wait: the groups they fall into, largest first. A group that is pressed narrows
/// the list to it; pressed again, it lets go.
final class GroupsPane extends VBox {
    private static final int MAX_GROUPS = 40;

    private final QueueViewModel model;
    private final VBox list = Boxes.column(Style.GAP_8);
    private final FittingScroll scroll = new FittingScroll(list);
    private final List<GroupButton> buttons = new ArrayList<>();
    private final ToggleGroup kinds = new ToggleGroup();
    private final Label more = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);

    GroupsPane(QueueViewModel model) {
        this.model = model;
        setId("groups");
        getStyleClass().add(Style.GAP_8);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(Labels.of(Words.get("queue.group.title"), Style.STRONG), kinds(), scroll);
    }

    void show(QueueAnswer answer) {
        List<Group> groups = answer.groups();
        int shown = Math.min(groups.size(), MAX_GROUPS);
        while (buttons.size() < shown) {
            GroupButton button = new GroupButton(buttons.size(), this::choose);
            button.setFocusTraversable(buttons.isEmpty());
            buttons.add(button);
        }
        GroupChoice chosen = answer.query().group();
        By by = answer.query().by();
        kinds.getToggles().forEach(kind -> kind.setSelected(kind.getUserData() == by));
        for (int i = 0; i < shown; i++) {
            Group group = groups.get(i);
            GroupChoice choice = new GroupChoice(by, group.key());
            buttons.get(i)
                    .show(
                            choice,
                            GroupText.of(by, group, answer.at()),
                            group.messages(),
                            choice.equals(chosen));
        }
        showMore(groups.size() - shown, groups.isEmpty());
        if (list.getChildren().size() != shown + 1) {
            list.getChildren().clear();
            list.getChildren().addAll(buttons.subList(0, shown));
            list.getChildren().add(more);
        }
    }

    private void showMore(int count, boolean empty) {
        Boxes.show(more, count > 0 || empty);
        Labels.set(
                more,
                empty
                        ? Words.get("queue.group.empty")
                        : Words.get("queue.group.more", Figures.count(count)));
    }

    private void choose(@Nullable GroupChoice choice) {
        model.ask(
                query -> query.in(choice != null && choice.equals(query.group()) ? null : choice));
    }

    /// The groups are one stop of the Tab key; among them the arrow keys move the focus.
    private void walk(KeyEvent event) {
        int from = buttons.indexOf(event.getTarget());
        int last = list.getChildren().size() - 2; // what follows says how many more there are
        int to =
                switch (event.getCode()) {
                    case UP -> from - 1;
                    case DOWN -> from + 1;
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (from >= 0 && to >= 0 && to <= last) {
            buttons.get(to).requestFocus();
            scroll.reveal(buttons.get(to));
            event.consume();
        }
    }

    private HBox kinds() {
        HBox box = new HBox();
        box.getStyleClass().add(Style.SEGMENT);
        for (By by : By.values()) {
            ToggleButton button =
                    Buttons.choice(
                            "group-by-" + by.word(),
                            Words.get("queue.group.by." + by.word()),
                            kinds);
            button.setUserData(by);
            button.getStyleClass().add(Style.SMALL);
            button.setSelected(by == model.query().get().by());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.ask(query -> query.by(by));
            });
            box.getChildren().add(button);
        }
        return box;
    }
}
