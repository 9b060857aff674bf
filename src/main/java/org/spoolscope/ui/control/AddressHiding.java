package org.spoolscope.ui.control;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.spoolscope.model.AddressMask;
import org.spoolscope.model.DisplayText;

/// Whether the addresses of people are hidden, on the screen and on the clipboard, everywhere at
/// once. What is hidden is for [AddressMask] to say. There is one of it, as there is one screen
/// that others see. JavaFX thread.
public final class AddressHiding {
    private static final AddressMask MASK = new AddressMask();
    private static final ReadOnlyBooleanWrapper HIDDEN = new ReadOnlyBooleanWrapper();

    /// The nodes that name people, with what they say of them.
    private static final Map<Node, Map<Spot, DisplayText>> NAMING =
            Collections.synchronizedMap(new WeakHashMap<>());

    private AddressHiding() {}

    /// Where text is put on a node.
    enum Spot {
        TEXT {
            @Override
            void put(Node node, String text) {
                switch (node) {
                    case Labeled label -> label.setText(text);
                    case TextInputControl field -> field.setText(text);
                    default -> throw new IllegalArgumentException(node.toString());
                }
            }
        },
        /// What a screen reader calls it.
        NAME {
            @Override
            void put(Node node, String text) {
                node.setAccessibleText(text);
            }
        },
        /// What a screen reader says besides.
        HELP {
            @Override
            void put(Node node, String text) {
                node.setAccessibleHelp(text);
            }
        };

        abstract void put(Node node, String text);
    }

    /// Whether they are hidden now.
    public static ReadOnlyBooleanProperty hidden() {
        return HIDDEN.getReadOnlyProperty();
    }

    /// Hides them, or shows them again.
    public static void hide(boolean hide) {
        HIDDEN.set(hide);
        for (Map.Entry<Node, Map<Spot, DisplayText>> entry : List.copyOf(NAMING.entrySet())) {
            entry.getValue().forEach((spot, text) -> spot.put(entry.getKey(), now(text)));
        }
    }

    /// The text as it may be shown now.
    static String now(DisplayText text) {
        return (HIDDEN.get() ? MASK.hide(text) : text).toString();
    }

    /// Puts a text on a node, now and whenever that changes. A text of the same place is replaced.
    static void put(Node node, Spot spot, DisplayText text) {
        if (AddressMask.findsAnybody(text)) {
            NAMING.computeIfAbsent(node, _ -> new EnumMap<>(Spot.class)).put(spot, text);
        } else {
            NAMING.computeIfPresent(
                    node,
                    (_, spots) -> {
                        spots.remove(spot);
                        return spots.isEmpty() ? null : spots;
                    });
        }
        spot.put(node, now(text));
    }
}
