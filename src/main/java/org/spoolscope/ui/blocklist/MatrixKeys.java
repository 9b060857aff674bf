package org.spoolscope.ui.blocklist;

import javafx.scene.input.KeyEvent;

/// What the keys do in the matrix.
final class MatrixKeys {
    private MatrixKeys() {}

    static void pressed(KeyEvent event, MatrixView matrix) {
        if (event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean far = event.isControlDown();
        switch (event.getCode()) {
            case UP -> matrix.move(far ? -matrix.lastRow() : -1, 0);
            case DOWN -> matrix.move(far ? matrix.lastRow() : 1, 0);
            case LEFT -> matrix.move(0, far ? -matrix.lastColumn() : -1);
            case RIGHT -> matrix.move(0, far ? matrix.lastColumn() : 1);
            case PAGE_UP -> matrix.move(-matrix.linesInView(), 0);
            case PAGE_DOWN -> matrix.move(matrix.linesInView(), 0);
            case HOME -> matrix.move(far ? -matrix.lastRow() : 0, -matrix.lastColumn());
            case END -> matrix.move(far ? matrix.lastRow() : 0, matrix.lastColumn());
            case ENTER, SPACE -> matrix.open();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
