package org.spoolscope.ui.filter;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The box for the filter, and under it what is wrong with it. It filters while it is typed in.
public final class FilterBox extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField field;
    private final Label said = Labels.wrapped(DisplayText.EMPTY, Style.SMALL, QueueStyle.MISTAKE);
    private final Label lastGood =
            Labels.whole(Labels.of(Words.get("filter.box.last-good"), Style.SMALL, Style.SUBTLE));
    private final HBox trouble = Boxes.row(Style.GAP_8, said, lastGood);
    private final Suggestions suggestions;

    /// @param mistake what is wrong with the text as it stands, or null
    /// @param typed told the text whenever it changes
    /// @param besides stands beside the field
    /// @param leave moves the focus on to what is filtered
    public FilterBox(
            FilterLanguage language,
            ReadOnlyObjectProperty<@Nullable FilterSyntaxException> mistake,
            Consumer<String> typed,
            Suggestions suggestions,
            FilterHelp help,
            Node besides,
            Runnable leave) {
        this.field = Fields.text("filter", language.name(), language.prompt());
        this.suggestions = suggestions;
        getStyleClass().add(Style.GAP_4);
        field.getStyleClass().addAll(Style.MONO, QueueStyle.FILTER_TEXT);
        Label key = Labels.of(Words.get("filter.box.key"), Style.SMALL, QueueStyle.KEY_CAP);
        key.setMouseTransparent(true);
        StackPane box = new StackPane(field, key);
        box.getStyleClass().add(QueueStyle.FILTER);
        HBox.setHgrow(box, Priority.ALWAYS);
        Button helpButton =
                Buttons.of("filter-help", Words.get("filter.box.help"), () -> help.toggle(field));
        said.setId("filter-mistake");
        getChildren().addAll(Boxes.row(Style.GAP_8, box, helpButton, besides), trouble);
        field.textProperty().addListener((_, _, text) -> typed.accept(text));
        field.caretPositionProperty().addListener(_ -> suggest());
        field.focusedProperty().addListener(_ -> suggest());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, leave));
        mistake.addListener((_, _, now) -> show(now));
        show(mistake.get());
    }

    public TextField field() {
        return field;
    }

    /// Empties it, or puts another filter in.
    public void set(DisplayText text) {
        Fields.set(field, text);
    }

    private void suggest() {
        if (field.isFocused()) {
            suggestions.suggest(field);
        } else {
            suggestions.hide();
        }
    }

    private void pressed(KeyEvent event, Runnable leave) {
        if (suggestions.takes(event, field)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        }
    }

    private void show(@Nullable FilterSyntaxException what) {
        Boxes.show(trouble, what != null);
        field.pseudoClassStateChanged(ERROR, what != null);
        if (what != null) {
            DisplayText sentence =
                    Words.get("filter.box.mistake", Figures.count(what.column()), what.sentence());
            Labels.set(said, sentence);
            Labels.help(field, sentence);
        } else {
            Labels.help(field, DisplayText.EMPTY);
        }
    }
}
