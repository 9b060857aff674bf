package org.spoolscope.ui.control;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.Region;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.theme.Style;

/// Buttons that open a menu, and what is in it.
public final class Menus {
    private Menus() {}

    public static MenuButton button(String id, DisplayText text, List<? extends MenuItem> items) {
        MenuButton button = new MenuButton();
        Labels.set(button, text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems().setAll(items);
        return button;
    }

    /// Something that is done.
    ///
    /// @param keys what does the same on the keyboard, shown in front; may be empty
    public static MenuItem item(String id, DisplayText text, DisplayText keys, Runnable action) {
        MenuItem item = named(new MenuItem(), text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        if (!keys.isEmpty()) {
            Label cap = Labels.whole(Labels.of(keys, Style.SMALL, Style.MENU_KEYS));
            item.setGraphic(cap);
        }
        return item;
    }

    /// Something that is on or off.
    public static CheckMenuItem check(String id, DisplayText text, BooleanProperty on) {
        CheckMenuItem item = named(new CheckMenuItem(), text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.selectedProperty().bindBidirectional(on);
        return item;
    }

    /// One of several, of which one is on.
    public static RadioMenuItem choice(
            String id, DisplayText text, boolean chosen, Runnable action) {
        RadioMenuItem item = named(new RadioMenuItem(), text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static <I extends MenuItem> I named(I item, DisplayText text) {
        item.textProperty().bind(AddressHiding.shown(text));
        return item;
    }
}
