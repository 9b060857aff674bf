package org.spoolscope.ui;

import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What a scene graph says, to the eye and to a screen reader: all that a picture of it can show,
/// and tooltips, whether they are shown or not. JavaFX thread.
public final class ShownText {
    private final Set<String> texts = new TreeSet<>();

    private ShownText() {}

    public static Set<String> of(Node root) {
        ShownText shown = new ShownText();
        shown.collect(root);
        return shown.texts;
    }

    private void collect(Node node) {
        switch (node) {
            case Labeled labeled -> {
                add(labeled.getText());
                add(labeled.getTooltip());
            }
            case Text text -> add(text.getText());
            case TextInputControl input -> {
                // What is typed is in a node among its children; this is for who does not see.
                add((String) input.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                add(input.getPromptText());
            }
            default -> {}
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        add(node.getAccessibleRoleDescription());
        node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .forEach(tip -> add((Tooltip) tip));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private void add(@Nullable Tooltip tip) {
        if (tip != null) {
            add(tip.getText());
        }
    }

    private void add(@Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }
}
