package org.spoolscope.ui.filter;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.Completion;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// The filter language on half a page.
public final class FilterHelp extends Floating {
    private static final double WIDTH = 460;

    public FilterHelp(FilterLanguage language) {
        super("filter-help-panel");
        getStyleClass().add(Style.GAP_8);
        setPrefWidth(WIDTH);
        GridPane keys = new GridPane();
        keys.getStyleClass().add(DialogStyle.FORM);
        int line = 0;
        for (Completion key : language.keys()) {
            Label word = Labels.whole(Labels.of(DisplayText.of(key.insert()), Style.MONO));
            keys.addRow(line++, word, Labels.of(key.about(), Style.MUTED));
        }
        getChildren()
                .addAll(
                        Labels.of(Words.get("filter.box.help.title"), Style.STRONG),
                        keys,
                        Labels.wrapped(language.words()),
                        Labels.wrapped(Words.get("filter.box.help.join")),
                        Labels.wrapped(language.example(), Style.MONO));
    }

    /// Shows it under a field, or puts it away.
    public void toggle(Node field) {
        if (isVisible()) {
            hide();
        } else {
            showUnder(field, field.getLayoutBounds().getWidth());
        }
    }
}
