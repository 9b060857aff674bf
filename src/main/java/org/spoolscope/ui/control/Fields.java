package org.spoolscope.ui.control;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.spoolscope.model.DisplayText;

/// Fields to type into.
public final class Fields {
    private Fields() {}

    /// A line of text.
    ///
    /// @param name what a screen reader calls it
    /// @param prompt an example or a hint, shown while it is empty
    public static TextField text(String id, DisplayText name, DisplayText prompt) {
        return prepared(new TextField(), id, name, prompt);
    }

    public static PasswordField secret(String id, DisplayText name, DisplayText prompt) {
        return prepared(new PasswordField(), id, name, prompt);
    }

    /// Puts text into a field, as if it had been typed.
    public static void set(TextInputControl field, DisplayText text) {
        if (!text.toString().equals(field.getText())) {
            field.setText(text.toString());
        }
    }

    private static <F extends TextInputControl> F prepared(
            F field, String id, DisplayText name, DisplayText prompt) {
        field.setId(id);
        field.setPromptText(prompt.toString());
        return Labels.named(field, name);
    }
}
