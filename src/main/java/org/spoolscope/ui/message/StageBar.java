package org.spoolscope.ui.message;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.LogStyle;

/// The stages of an attempt side by side, each as long as its share of the time.
final class StageBar extends Region {
    private static final double HEIGHT = 8;
    private static final double LEAST = 2;

    private final double[] millis;

    StageBar(Stages stages) {
        this.millis = stages.millis();
        getStyleClass().add(LogStyle.STAGES);
        Labels.named(this, stages.words());
        Labels.hint(this, stages.words());
        for (int i = 0; i < millis.length; i++) {
            Region part = new Region();
            part.getStyleClass().add(LogStyle.STAGE);
            part.pseudoClassStateChanged(PseudoClass.getPseudoClass(Stages.key(i)), true);
            getChildren().add(part);
        }
    }

    @Override
    protected void layoutChildren() {
        double sum = 0;
        int parts = 0;
        for (double one : millis) {
            sum += one;
            parts += one > 0 ? 1 : 0;
        }
        double x = 0;
        double y = Math.rint((getHeight() - HEIGHT) / 2);
        double room = getWidth() - parts * LEAST;
        for (int i = 0; i < millis.length; i++) {
            double width = millis[i] > 0 ? LEAST + room * millis[i] / sum : 0;
            double left = Math.rint(x);
            x += width;
            getChildren().get(i).resizeRelocate(left, y, Math.rint(x) - left, HEIGHT);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18;
    }
}
