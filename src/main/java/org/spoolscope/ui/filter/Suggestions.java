package org.spoolscope.ui.filter;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.filter.Completion;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The keys of the filter language that fit what is being typed. Tab takes the first or the chosen
/// one, the arrow keys choose, Escape puts them away.
public final class Suggestions extends Floating {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final double KEY_WIDTH = 92;

    private final FilterLanguage language;
    private List<Completion> offered = List.of();
    private int chosen = -1;

    public Suggestions(FilterLanguage language) {
        super("filter-suggestions");
        this.language = language;
    }

    /// Offers what fits at the caret of `field`, if anything.
    void suggest(TextField field) {
        List<Completion> fitting =
                FilterCompletion.at(language.keys(), field.getText(), field.getCaretPosition());
        if (!fitting.equals(offered)) {
            offered = fitting;
            chosen = -1;
            getChildren().setAll(fitting.stream().map(key -> line(key, field)).toList());
        }
        if (offered.isEmpty()) {
            hide();
        } else {
            showUnder(field, 0);
        }
    }

    /// Takes a key that is meant for the suggestions.
    ///
    /// @return whether it was one
    boolean takes(KeyEvent event, TextField field) {
        if (!isVisible()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN -> choose(Math.min(chosen + 1, offered.size() - 1));
            case UP -> choose(Math.max(chosen - 1, 0));
            case TAB -> take(Math.max(0, chosen), field);
            case ENTER -> {
                if (chosen < 0) {
                    return false;
                }
                take(chosen, field);
            }
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private HBox line(Completion key, TextField field) {
        Label word = Labels.of(DisplayText.of(key.insert()), Style.MONO);
        word.setMinWidth(KEY_WIDTH);
        HBox line = Boxes.row(Style.GAP_8, word, Labels.of(key.about(), Style.MUTED, Style.SMALL));
        line.getStyleClass().add(QueueStyle.SUGGESTION);
        line.setOnMousePressed(event -> {
            event.consume();
            take(offered.indexOf(key), field);
        });
        return line;
    }

    private void choose(int index) {
        chosen = index;
        for (int i = 0; i < getChildren().size(); i++) {
            Node line = getChildren().get(i);
            line.pseudoClassStateChanged(SELECTED, i == index);
        }
    }

    private void take(int index, TextField field) {
        int caret = field.getCaretPosition();
        int start = FilterCompletion.start(field.getText(), caret);
        field.replaceText(start, caret, offered.get(index).insert());
        hide();
    }
}
