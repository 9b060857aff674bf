package org.spoolscope.ui.blocklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// How often lists are asked, and a tick for each that can be.
final class ListChoiceDialog {
    private static final double WIDTH = 620;

    private static final List<Duration> PACES =
            List.of(
                    Duration.ofMinutes(10),
                    Catalogue.USUAL,
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(12),
                    Duration.ofDays(1));

    private ListChoiceDialog() {}

    /// Closed lists can't be chosen, nor those that a key is missing for.
    static ModalDialog of(BlocklistDesk desk) {
        Map<String, CheckBox> boxes = new LinkedHashMap<>();
        List<Node> lines = new ArrayList<>();
        for (Blocklist list : desk.catalogue()) {
            if (!list.dead()) {
                CheckBox box = Fields.check("choose-" + list.name(), DisplayText.of(list.name()));
                boxes.put(list.name(), box);
                lines.add(line(list, box, desk.canBeAsked(list)));
            }
        }
        tick(boxes, desk.chosen());
        ToggleGroup paces = new ToggleGroup();
        Node pace = paces(paces, desk.every());
        ModalDialog dialog =
                new ModalDialog(
                        "lists-dialog",
                        Words.get("blocklist.choose"),
                        Words.get("blocklist.choose.about"),
                        WIDTH);
        VBox column = Boxes.column(Style.GAP_8, lines.toArray(Node[]::new));
        column.getStyleClass().add(ListStyle.CHOICES);
        VBox body = Boxes.column(Style.GAP_14, pace, column);
        Button confirm =
                Buttons.primary(
                        "lists-confirm",
                        Words.get("blocklist.choose.confirm"),
                        () -> {
                            dialog.close();
                            desk.choose(ticked(boxes), chosen(paces, desk.every()));
                        });
        Button usual =
                Buttons.of(
                        "lists-usual",
                        Words.get("blocklist.choose.usual"),
                        () -> {
                            tick(boxes, desk.usual());
                            choose(paces, Catalogue.USUAL);
                        });
        return dialog.body(body)
                .foot(
                        usual,
                        Boxes.space(),
                        Buttons.of("lists-cancel", Words.get("settings.cancel"), dialog::close),
                        confirm)
                .first(boxes.isEmpty() ? confirm : boxes.values().iterator().next());
    }

    /// Those that people want, and the one there is.
    private static Node paces(ToggleGroup group, Duration now) {
        HBox choices = new HBox();
        choices.getStyleClass().add(Style.SEGMENT);
        choices.setMaxWidth(HBox.USE_PREF_SIZE);
        Stream.concat(PACES.stream(), Stream.of(now))
                .distinct()
                .sorted()
                .forEach(pace -> {
                    ToggleButton button =
                            Buttons.choice(
                                    "lists-every-" + pace.toMinutes(),
                                    DisplayText.of(Figures.span(pace)),
                                    group);
                    button.setUserData(pace);
                    choices.getChildren().add(button);
                });
        choose(group, now);
        group.selectedToggleProperty()
                .addListener((_, before, next) -> {
                    if (next == null) {
                        group.selectToggle(before);
                    }
                });
        Label label = Labels.whole(Labels.of(Words.get("blocklist.choose.every"), Style.MUTED));
        label.setLabelFor(choices);
        return Boxes.row(Style.GAP_8, label, choices);
    }

    private static void choose(ToggleGroup group, Duration pace) {
        group.getToggles().stream()
                .filter(button -> pace.equals(button.getUserData()))
                .forEach(group::selectToggle);
    }

    private static Duration chosen(ToggleGroup group, Duration otherwise) {
        Toggle chosen = group.getSelectedToggle();
        return chosen != null && chosen.getUserData() instanceof Duration pace ? pace : otherwise;
    }

    private static Node line(Blocklist list, CheckBox box, boolean canBeAsked) {
        DisplayText note =
                canBeAsked
                        ? DisplayText.of(list.note())
                        : Words.get("blocklist.choose.no-key", list.note());
        box.setDisable(!canBeAsked);
        Labels.named(box, Words.get("blocklist.choose.name", list.name(), note));
        VBox line = new VBox(box);
        if (!note.isEmpty()) {
            line.getChildren().add(Labels.wrapped(note, Style.SMALL, Style.MUTED));
        }
        return line;
    }

    private static void tick(Map<String, CheckBox> boxes, Set<String> names) {
        boxes.forEach((name, box) -> box.setSelected(names.contains(name)));
    }

    private static Set<String> ticked(Map<String, CheckBox> boxes) {
        Set<String> names = new LinkedHashSet<>();
        boxes.forEach((name, box) -> {
            if (box.isSelected()) {
                names.add(name);
            }
        });
        return names;
    }
}
