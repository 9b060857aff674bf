package org.spoolscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// Scrolls up and down what is as wide as itself.
public class PageScroll extends ScrollPane {
    public PageScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
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
