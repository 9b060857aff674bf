package org.spoolscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;

/// Scrolls up and down what is as wide as itself, by keyboard wherever in it the focus is.
public class PageScroll extends ScrollPane {
    public PageScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// JavaFX's own keys work only while the focus is on the pane itself, not on a button in it.
    private void pressed(KeyEvent event) {
        Node content = getContent();
        if (isFocused() || content == null || hasModifier(event)) {
            return;
        }
        double shown = getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - shown;
        if (hidden <= 0) {
            return;
        }
        switch (event.getCode()) {
            case PAGE_UP -> setVvalue(Math.max(0, getVvalue() - shown / hidden));
            case PAGE_DOWN -> setVvalue(Math.min(1, getVvalue() + shown / hidden));
            case HOME -> setVvalue(0);
            case END -> setVvalue(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isShiftDown()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown();
    }

    /// JavaFX keeps a picture of what is shown, and paints all of it anew when anything in it
    /// changes: one figure that ticks would cost as much as a whole page.
    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        Node viewport = lookup(".viewport");
        viewport.setCache(false);
        return skin;
    }
}
