package org.spoolscope.ui.queue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.Key;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// The filter language on half a page.
final class FilterHelp extends Floating {
    private static final double WIDTH = 460;

    FilterHelp() {
        super("filter-help-panel");
        getStyleClass().add(Style.GAP_8);
        setPrefWidth(WIDTH);
        GridPane keys = new GridPane();
        keys.getStyleClass().add(DialogStyle.FORM);
        int line = 0;
        for (Key.Completion key : Key.completions()) {
            Label word = Labels.whole(Labels.of(DisplayText.of(key.insert()), Style.MONO));
            keys.addRow(line++, word, Labels.of(key.about(), Style.MUTED));
        }
        getChildren()
                .addAll(
                        Labels.of(Words.get("queue.filter.help.title"), Style.STRONG),
                        keys,
                        Labels.wrapped(Words.get("queue.filter.help.words")),
                        Labels.wrapped(Words.get("queue.filter.help.join")),
                        Labels.wrapped(Words.get("queue.filter.help.example"), Style.MONO));
    }

    /// Shows it under a field, or puts it away.
    void toggle(Node field) {
        if (isVisible()) {
            hide();
        } else {
            showUnder(field, field.getLayoutBounds().getWidth());
        }
    }
}
