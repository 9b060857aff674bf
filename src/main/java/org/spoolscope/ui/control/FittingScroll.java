package org.spoolscope.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Scrolls up and down what has no room. As high as its content wants to be at its width, unlike
/// JavaFX's, which asks for the height of lines that are not broken.
public final class FittingScroll extends PageScroll {
    private final Region content;

    public FittingScroll(Region content) {
        this.content = content;
        setContent(content);
        setFocusTraversable(false);
    }

    /// Scrolls as little as is needed to show all of `part`, which lies in the content.
    public void reveal(Node part) {
        Bounds place = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double view = getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        double top = getVvalue() * hidden;
        double next = Math.clamp(top, place.getMaxY() - view, Math.max(0, place.getMinY()));
        setVvalue(Math.clamp(next / hidden, 0.0, 1.0));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }
}
