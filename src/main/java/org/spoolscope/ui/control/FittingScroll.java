package org.spoolscope.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Scrolls up and down what has no room. As high as its content wants to be at its width, unlike
/// JavaFX's, which asks for the height of lines that are not broken.
public final class FittingScroll extends ScrollPane {
    private final Region content;

    public FittingScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
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
