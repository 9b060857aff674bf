package org.spoolscope.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// A label, a field under it, and under that what is wrong with it, told while it is typed.
final class FormField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextInputControl input;

    FormField(ServerField field, ServerFormViewModel form, Node... besides) {
        input = Fields.text(field.id(), field.label(), field.example());
        input.textProperty().bindBidirectional(form.text(field));
        Label problem = Labels.of(form.problem(field), Style.SMALL, DialogStyle.FIELD_PROBLEM);
        problem.setId(field.id() + "-problem");
        problem.setWrapText(true);
        HBox line = Boxes.row(Style.GAP_8, input);
        HBox.setHgrow(input, Priority.ALWAYS);
        line.getChildren().addAll(besides);
        Label label = Labels.of(field.label(), Style.MUTED);
        label.setLabelFor(input);
        getStyleClass().add(Style.GAP_4);
        getChildren().addAll(label, line, problem);
        form.problem(field).addListener((_, _, now) -> show(problem, now));
        show(problem, form.problem(field).get());
    }

    TextInputControl input() {
        return input;
    }

    private void show(Label problem, DisplayText what) {
        Boxes.show(problem, !what.isEmpty());
        input.pseudoClassStateChanged(ERROR, !what.isEmpty());
        Labels.help(input, what);
    }
}
