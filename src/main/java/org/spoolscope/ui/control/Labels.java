package org.spoolscope.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.AddressHiding.Spot;
import org.spoolscope.ui.theme.Style;

/// Text on nodes.
public final class Labels {
    private Labels() {}

    /// A label.
    ///
    /// @param styles style classes of [Style]
    public static Label of(DisplayText text, String... styles) {
        Label label = new Label();
        set(label, text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label whose text follows `text`.
    public static Label of(ObservableValue<DisplayText> text, String... styles) {
        Label label = of(DisplayText.EMPTY, styles);
        label.textProperty().bind(AddressHiding.shown(text));
        return label;
    }

    /// A label that breaks lines instead of cutting off.
    public static Label wrapped(DisplayText text, String... styles) {
        Label label = of(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// The heading of a page.
    public static Label title(DisplayText text) {
        return of(text, Style.TITLE);
    }

    /// Text that must not be cut off: the space is taken from its neighbours.
    public static <L extends Labeled> L whole(L label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Changes the text; does nothing when it is the same, so that no layout follows.
    public static void set(Labeled label, DisplayText text) {
        AddressHiding.put(label, Spot.TEXT, text);
    }

    /// What a screen reader calls `node`.
    public static <N extends Node> N named(N node, DisplayText name) {
        AddressHiding.put(node, Spot.NAME, name);
        return node;
    }

    /// What a screen reader says of `node` besides; nothing where it is empty.
    public static <N extends Node> N help(N node, DisplayText help) {
        AddressHiding.put(node, Spot.HELP, help);
        return node;
    }

    /// What a pointer that rests on `node` is told.
    public static <N extends Node> N hint(N node, DisplayText text) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(AddressHiding.shown(text));
        Tooltip.install(node, tip);
        return node;
    }
}
