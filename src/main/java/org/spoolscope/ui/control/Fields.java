package org.spoolscope.ui.control;

import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.AddressHiding.Spot;
import org.spoolscope.ui.theme.Style;

/// Fields to type into.
public final class Fields {
    private Fields() {}

    /// A line of text.
    ///
    /// @param name what a screen reader calls it
    /// @param prompt an example or a hint, shown while it is empty
    public static TextField text(String id, DisplayText name, DisplayText prompt) {
        return prepared(new AddressField(), id, name, prompt);
    }

    /// Text that can't be changed, but be selected and copied, in part or whole.
    public static TextArea selectable(String id, DisplayText name, DisplayText text) {
        TextArea area = prepared(new TextArea(), id, name, DisplayText.EMPTY);
        AddressHiding.put(area, Spot.TEXT, text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(text.toString().length() / 40 + 1, 2, 6));
        area.getStyleClass().addAll("ss-selectable", Style.MONO);
        return area;
    }

    /// Something that is on or off, with words beside it.
    public static CheckBox check(String id, DisplayText text) {
        CheckBox box = new CheckBox();
        Labels.set(box, text);
        box.setId(id);
        box.setMnemonicParsing(false);
        return box;
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
