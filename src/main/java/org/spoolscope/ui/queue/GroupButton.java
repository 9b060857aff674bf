package org.spoolscope.ui.queue;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// One group: what its messages have in common, the evidence, and how many they are.
final class GroupButton extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass REFUSAL = PseudoClass.getPseudoClass("refusal");

    private final Label title = Labels.of(DisplayText.EMPTY);
    private final Label detail = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);
    private final Label count = Labels.whole(Labels.of(DisplayText.EMPTY, Style.STRONG));
    private @Nullable GroupChoice choice;

    GroupButton(int place, Consumer<@Nullable GroupChoice> chosen) {
        setId("group-" + place);
        getStyleClass().add(QueueStyle.GROUP);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Region bar = new Region();
        bar.getStyleClass().add(QueueStyle.GROUP_BAR);
        title.setMinWidth(0);
        detail.setMinWidth(0);
        HBox line =
                Boxes.row(
                        Style.GAP_8,
                        bar,
                        Boxes.grow(Boxes.column(Style.GAP_4, title, detail)),
                        count);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(widthProperty().subtract(24));
        line.setMinWidth(0);
        setOnAction(_ -> chosen.accept(choice));
    }

    void show(GroupChoice next, GroupText text, int messages, boolean selected) {
        choice = next;
        Labels.set(title, text.title());
        Labels.set(detail, text.detail());
        DisplayText number = DisplayText.of(Figures.count(messages));
        Labels.set(count, number);
        Labels.named(this, Words.get("queue.group.read", text.title(), text.detail(), number));
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(REFUSAL, text.refusal());
    }
}
