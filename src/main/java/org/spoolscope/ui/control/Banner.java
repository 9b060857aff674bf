package org.spoolscope.ui.control;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.ui.theme.Style;

/// What is the matter and what to do about it, across a page, with the buttons that do it.
public final class Banner extends HBox {
    private final StatusShape shape = new StatusShape(Tone.NEUTRAL);
    private final Label headline = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final Label advice = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final HBox actions = Boxes.row(Style.GAP_8);

    public Banner() {
        getStyleClass().addAll(Style.BANNER);
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        actions.setMinWidth(USE_PREF_SIZE);
        var words = Boxes.grow(Boxes.column(Style.GAP_4, headline, advice));
        words.setFillWidth(true);
        getChildren().addAll(shape, words, actions);
    }

    public void show(Sentence sentence, Tone tone, List<Button> buttons) {
        shape.show(tone);
        tone.apply(this);
        Labels.set(headline, sentence.headline());
        Labels.set(advice, sentence.advice());
        Boxes.show(advice, !sentence.advice().isEmpty());
        if (!actions.getChildren().equals(buttons)) {
            actions.getChildren().setAll(buttons);
        }
    }
}
