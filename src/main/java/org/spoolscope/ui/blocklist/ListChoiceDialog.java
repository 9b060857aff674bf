package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// A tick for each list that can be asked.
final class ListChoiceDialog {
    private static final double WIDTH = 620;

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
        ModalDialog dialog =
                new ModalDialog(
                        "lists-dialog",
                        Words.get("blocklist.choose"),
                        Words.get("blocklist.choose.about"),
                        WIDTH);
        VBox column = Boxes.column(Style.GAP_8, lines.toArray(Node[]::new));
        column.getStyleClass().add(ListStyle.CHOICES);
        Button confirm =
                Buttons.primary(
                        "lists-confirm",
                        Words.get("blocklist.choose.confirm"),
                        () -> {
                            dialog.close();
                            desk.choose(ticked(boxes));
                        });
        Button usual =
                Buttons.of(
                        "lists-usual",
                        Words.get("blocklist.choose.usual"),
                        () -> tick(boxes, desk.usual()));
        return dialog.body(column)
                .foot(
                        usual,
                        Boxes.space(),
                        Buttons.of("lists-cancel", Words.get("settings.cancel"), dialog::close),
                        confirm)
                .first(boxes.isEmpty() ? confirm : boxes.values().iterator().next());
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
