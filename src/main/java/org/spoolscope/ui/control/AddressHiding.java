package org.spoolscope.ui.control;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.people.AddressMask;

/// Whether the addresses of people are hidden, on the screen and on the clipboard, everywhere at
/// once. What is hidden is for [AddressMask] to say. There is one of it, as there is one screen
/// that others see. JavaFX thread.
public final class AddressHiding {
    private static final AddressMask MASK = new AddressMask();
    private static final ReadOnlyBooleanWrapper HIDDEN = new ReadOnlyBooleanWrapper();

    /// The nodes that name people, with what they say of them. JavaFX lets nodes be made on any
    /// thread, as long as they are not shown.
    private static final Map<Node, Map<Spot, DisplayText>> NAMING =
            Collections.synchronizedMap(new WeakHashMap<>());

    private AddressHiding() {}

    /// Where text is put on a node.
    enum Spot {
        TEXT,
        /// What a screen reader calls it.
        NAME,
        /// What a screen reader says besides.
        HELP;

        private void set(Node node, String text) {
            switch (this) {
                case TEXT -> setText(node, text);
                case NAME -> node.setAccessibleText(text);
                case HELP -> node.setAccessibleHelp(text);
            }
        }

        private static void setText(Node node, String text) {
            switch (node) {
                case Labeled label -> label.setText(text);
                case TextInputControl field -> field.setText(text);
                default -> throw new IllegalArgumentException(node.toString());
            }
        }
    }

    /// Whether they are hidden now.
    public static ReadOnlyBooleanProperty hidden() {
        return HIDDEN.getReadOnlyProperty();
    }

    /// Hides them, or shows them again.
    public static void hide(boolean hide) {
        HIDDEN.set(hide);
        for (Map.Entry<Node, Map<Spot, DisplayText>> entry : List.copyOf(NAMING.entrySet())) {
            entry.getValue().forEach((spot, text) -> spot.set(entry.getKey(), now(text)));
        }
    }

    /// The text as it may be shown now.
    static String now(DisplayText text) {
        return (HIDDEN.get() ? MASK.hide(text) : text).toString();
    }

    /// The text as it may be shown, from now on.
    static ObservableValue<String> shown(ObservableValue<DisplayText> text) {
        return Bindings.createStringBinding(() -> now(text.getValue()), text, HIDDEN);
    }

    /// The same of a text that stays.
    static ObservableValue<String> shown(DisplayText text) {
        return shown(new ReadOnlyObjectWrapper<>(text));
    }

    /// Puts a text on a node, now and whenever that changes. A text of the same place is replaced.
    static void put(Node node, Spot spot, DisplayText text) {
        DisplayText hidden = MASK.hide(text);
        if (hidden.equals(text)) {
            NAMING.computeIfPresent(node, (_, before) -> without(before, spot));
        } else {
            NAMING.merge(node, Map.of(spot, text), AddressHiding::joined);
        }
        spot.set(node, (HIDDEN.get() ? hidden : text).toString());
    }

    private static Map<Spot, DisplayText> joined(
            Map<Spot, DisplayText> before, Map<Spot, DisplayText> more) {
        Map<Spot, DisplayText> all = new EnumMap<>(before);
        all.putAll(more);
        return all;
    }

    private static @Nullable Map<Spot, DisplayText> without(
            Map<Spot, DisplayText> before, Spot spot) {
        Map<Spot, DisplayText> left = new EnumMap<>(before);
        left.remove(spot);
        return left.isEmpty() ? null : left;
    }
}
