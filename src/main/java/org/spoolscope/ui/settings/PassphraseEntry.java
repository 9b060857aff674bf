package org.spoolscope.ui.settings;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// A field for the passphrase of a key. What was typed leaves it once, as an array that its taker
/// wipes; the field is emptied.
final class PassphraseEntry extends VBox {
    private final PasswordField field =
            Fields.secret("passphrase", Words.get("settings.passphrase.field"), DisplayText.EMPTY);
    private final Consumer<char[]> taker;

    PassphraseEntry(boolean wrong, Consumer<char[]> taker, Node... besides) {
        this.taker = taker;
        getStyleClass().add(Style.GAP_4);
        Node use =
                Buttons.primary(
                        "passphrase-use", Words.get("settings.passphrase.use"), this::handOver);
        HBox line = Boxes.row(Style.GAP_8, field, use);
        line.getChildren().addAll(besides);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().add(line);
        if (wrong) {
            var problem =
                    Labels.of(
                            Words.get("settings.passphrase.wrong"),
                            Style.SMALL,
                            DialogStyle.FIELD_PROBLEM);
            problem.setId("passphrase-problem");
            getChildren().add(problem);
        }
        field.setOnAction(_ -> handOver());
    }

    Node input() {
        return field;
    }

    private void handOver() {
        CharSequence typed = field.getCharacters();
        if (typed.isEmpty()) {
            return;
        }
        char[] passphrase = new char[typed.length()];
        for (int i = 0; i < passphrase.length; i++) {
            passphrase[i] = typed.charAt(i);
        }
        field.clear();
        taker.accept(passphrase);
    }
}
