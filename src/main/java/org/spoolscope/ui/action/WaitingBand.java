package org.spoolscope.ui.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// The deletions that can still be taken back, each with the time that is left. A line stays the
/// same node while its time runs, so that the keyboard stays on its button.
final class WaitingBand extends VBox {
    private record Line(HBox node, Label what, Label left, Button back) {}

    private final Times times;
    private final Consumer<String> undo;
    private final Map<String, Line> lines = new HashMap<>();

    /// @param undo takes the action with this name back
    WaitingBand(Times times, Consumer<String> undo) {
        this.times = times;
        this.undo = undo;
        setId("actions-waiting");
        getStyleClass().add(Style.GAP_8);
        Labels.named(this, Words.get("action.page.waiting.band"));
    }

    void show(List<ActionRow> rows) {
        List<String> wanted = rows.stream().map(row -> row.record().id()).toList();
        lines.keySet().retainAll(wanted);
        List<HBox> nodes = new ArrayList<>();
        for (ActionRow row : rows) {
            Line line = lines.computeIfAbsent(row.record().id(), this::line);
            Labels.set(
                    line.what(),
                    Words.get(
                            "action.page.waiting.line",
                            row.what(),
                            row.record().server(),
                            row.outcome()));
            Labels.set(line.left(), row.state(times));
            line.back().setDisable(!row.canBeUndone());
            nodes.add(line.node());
        }
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
        Boxes.show(this, !nodes.isEmpty());
    }

    private Line line(String action) {
        Label what = Labels.wrapped(DisplayText.EMPTY, Style.STRONG);
        Label left = Labels.whole(Labels.of(DisplayText.EMPTY, Style.MUTED));
        left.setId("waiting-left-" + action);
        Button back =
                Buttons.small(
                        Buttons.of(
                                "waiting-undo-" + action,
                                Words.get("action.page.keep"),
                                () -> undo.accept(action)));
        HBox node =
                Boxes.row(Style.GAP_14, new StatusShape(Tone.WARN), Boxes.grow(what), left, back);
        node.getStyleClass().add(Style.BANNER);
        what.setMaxWidth(Double.MAX_VALUE);
        return new Line(node, what, left, back);
    }
}
