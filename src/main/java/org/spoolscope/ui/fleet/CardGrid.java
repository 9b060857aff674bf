package org.spoolscope.ui.fleet;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards of equal width in as many columns as fit, each row as high as its highest card.
final class CardGrid extends Region {
    private static final double GAP = 14;
    private static final double NARROWEST = 300;
    private static final int MOST_COLUMNS = 4;

    void show(java.util.List<? extends Node> cards) {
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double usable = width < 0 ? NARROWEST : width;
        int columns = columns(usable);
        double height = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            height += rowHeight(first, columns, cardWidth(usable, columns)) + (first > 0 ? GAP : 0);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = cardWidth(getWidth(), columns);
        double y = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            double height = rowHeight(first, columns, width);
            for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
                double x = (i - first) * (width + GAP);
                layoutInArea(getChildren().get(i), x, y, width, height, 0, HPos.LEFT, VPos.TOP);
            }
            y += height + GAP;
        }
    }

    private static int columns(double width) {
        int fitting = (int) ((width + GAP) / (NARROWEST + GAP));
        return Math.clamp(fitting, 1, MOST_COLUMNS);
    }

    private double cardWidth(double width, int columns) {
        return snapSizeX(Math.floor((width - GAP * (columns - 1)) / columns));
    }

    private double rowHeight(int first, int columns, double width) {
        double height = 0;
        for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
            height = Math.max(height, getChildren().get(i).prefHeight(width));
        }
        return snapSizeY(height);
    }
}
