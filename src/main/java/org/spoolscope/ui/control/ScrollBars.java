package org.spoolscope.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// Scroll bars of what lays out its rows itself.
public final class ScrollBars {
    /// Of the bar's length.
    private static final double LEAST_THUMB = 0.06;

    private ScrollBars() {}

    /// One that the Tab key passes by: its owner has keys for scrolling.
    public static ScrollBar of(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setFocusTraversable(false);
        return bar;
    }

    /// Lets the bar's value go from 0 to what is out of view. All are in the value's unit: rows,
    /// pixels.
    ///
    /// @param all how much there is
    /// @param inView how much of it fits into the view
    /// @param step how far an arrow goes
    public static void fit(ScrollBar bar, double all, double inView, double step) {
        double hidden = Math.max(0, all - inView);
        bar.setMax(hidden);
        // Of a million rows the true share would be too small to take hold of.
        bar.setVisibleAmount(hidden * Math.max(LEAST_THUMB, inView / Math.max(1, all)));
        bar.setUnitIncrement(step);
        bar.setBlockIncrement(inView);
    }
}
