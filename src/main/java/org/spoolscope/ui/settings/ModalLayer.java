package org.spoolscope.ui.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.spoolscope.ui.theme.DialogStyle;

/// The content of a window, and above it at most one dialog at a time that has to be answered
/// first. The focus stays in the dialog, Escape closes it, and what had the focus gets it back.
public final class ModalLayer extends StackPane {
    private final Node content;
    private final StackPane scrim = new StackPane();
    private final Deque<ModalDialog> open = new ArrayDeque<>();
    private final ChangeListener<@Nullable Node> focusGuard = (_, _, next) -> keepFocus(next);
    private @Nullable Node focusBefore;

    public ModalLayer(Node content) {
        this.content = content;
        scrim.getStyleClass().add(DialogStyle.SCRIM);
        scrim.setVisible(false);
        scrim.addEventHandler(KeyEvent.KEY_PRESSED, this::closeOnEscape);
        getChildren().addAll(content, scrim);
        sceneProperty().addListener((_, before, after) -> guard(before, after));
    }

    /// Shows a dialog, above one that is already open.
    public void open(ModalDialog dialog) {
        if (open.isEmpty() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        open.push(dialog);
        dialog.whenClosed(() -> closed(dialog));
        show();
    }

    /// The dialog that has to be answered, or null.
    public @Nullable ModalDialog dialog() {
        return open.peek();
    }

    private void closed(ModalDialog dialog) {
        open.remove(dialog);
        show();
        Node before = focusBefore;
        if (open.isEmpty() && before != null) {
            focusBefore = null;
            before.requestFocus();
        }
    }

    private void show() {
        ModalDialog top = open.peek();
        scrim.setVisible(top != null);
        content.setMouseTransparent(top != null);
        if (top == null) {
            scrim.getChildren().clear();
        } else {
            scrim.getChildren().setAll(top);
            scrim.applyCss(); // what scrolls joins the scene only now, and can take the focus
            top.focusFirst();
        }
    }

    private void closeOnEscape(KeyEvent event) {
        ModalDialog top = open.peek();
        if (top != null && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            top.close();
        }
    }

    private void guard(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(focusGuard);
        }
        if (after != null) {
            after.focusOwnerProperty().addListener(focusGuard);
        }
    }

    private void keepFocus(@Nullable Node next) {
        ModalDialog top = open.peek();
        if (top == null || next == null) {
            return;
        }
        for (Node node = next; node != null; node = node.getParent()) {
            if (node == top) {
                return;
            }
        }
        top.focusFirst();
    }
}
