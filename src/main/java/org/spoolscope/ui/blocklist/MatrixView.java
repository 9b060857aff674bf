package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.ScrollBars;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// The matrix on the screen: as many nodes as are in view, however many lists and addresses there
/// are. The names of the lists stay at the left and the addresses at the top while it is scrolled,
/// which goes by whole lines and columns. JavaFX thread.
final class MatrixView extends Region {
    private static final double BAR = 12;
    private static final int LEAST_LINES = 3;

    /// Told a cell by its row and column.
    @FunctionalInterface
    interface CellConsumer {
        void accept(int row, int column);
    }

    private final MatrixHead head = new MatrixHead();
    private final List<MatrixLine> lines = new ArrayList<>();
    private final ScrollBar down = ScrollBars.of(Orientation.VERTICAL);
    private final ScrollBar across = ScrollBars.of(Orientation.HORIZONTAL);
    private final CellConsumer open;
    private final CellConsumer moved;
    private Matrix matrix = Matrix.EMPTY;
    private MatrixFit fit = MatrixFit.in(0, 0);
    private int top;
    private int left;
    private int row;
    private int column;
    private boolean settingBars;

    /// @param open told a cell that the person opens
    /// @param moved told the cell where the keyboard is whenever the person moves it
    MatrixView(CellConsumer open, CellConsumer moved) {
        this.open = open;
        this.moved = moved;
        setId("blocklist-matrix");
        getStyleClass().addAll(Style.PANEL, ListStyle.MATRIX);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        Labels.named(this, Words.get("blocklist.matrix"));
        getChildren().addAll(head, down, across);
        setMaxHeight(USE_PREF_SIZE);
        down.valueProperty().addListener((_, _, value) -> dragged(value.intValue(), left));
        across.valueProperty().addListener((_, _, value) -> dragged(top, value.intValue()));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> MatrixKeys.pressed(event, this));
    }

    /// Shows a newer matrix; the keyboard stays at the same list and address, and that at the same
    /// place.
    void show(Matrix next) {
        Matrix before = matrix;
        matrix = next;
        if (!before.isEmpty() && row < before.rows().size() && column < before.columns().size()) {
            Matrix.Column at = before.columns().get(column);
            int nextRow = Math.max(0, next.row(before.rows().get(row).list().name()));
            int nextColumn = Math.max(0, next.column(at.server(), at.subject()));
            top = clampTop(top + nextRow - row);
            left = clampLeft(left + nextColumn - column);
            row = nextRow;
            column = nextColumn;
        }
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// Moves the keyboard, as far as there are cells.
    void move(int downwards, int rightwards) {
        if (matrix.isEmpty()) {
            return;
        }
        select(clampRow(row + downwards), clampColumn(column + rightwards));
        moved.accept(row, column);
    }

    /// Opens the cell where the keyboard is.
    void open() {
        if (!matrix.isEmpty()) {
            open.accept(row, column);
        }
    }

    int lastRow() {
        return matrix.rows().size() - 1;
    }

    int lastColumn() {
        return matrix.columns().size() - 1;
    }

    /// So many lines are in view.
    int linesInView() {
        return Math.max(1, (int) (room() / MatrixLine.HEIGHT));
    }

    /// Pixels for all lines.
    private double room() {
        return getHeight() - head() - (isWide() ? BAR : 0) - 1;
    }

    private double lineHeight() {
        return isHigh() ? room() / linesInView() : MatrixLine.HEIGHT;
    }

    private boolean isHigh() {
        return linesInView() < matrix.rows().size();
    }

    /// From which to which address is in view, for people.
    String inView() {
        int last = Math.min(matrix.columns().size(), left + fit.shown());
        return (left + 1) + "–" + last;
    }

    /// Whether there are more addresses than are in view.
    boolean isWide() {
        return fit.shown() < matrix.columns().size();
    }

    private void select(int nextRow, int nextColumn) {
        row = nextRow;
        column = nextColumn;
        top = clampTop(Math.clamp(top, row - linesInView() + 1, row));
        left = clampLeft(Math.clamp(left, column - fit.shown() + 1, column));
        refresh();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private void dragged(int nextTop, int nextLeft) {
        if (!settingBars) {
            top = clampTop(nextTop);
            left = clampLeft(nextLeft);
            refresh();
        }
    }

    private void scrolled(ScrollEvent event) {
        int nextTop = clampTop(top - (int) Math.signum(event.getDeltaY()));
        int nextLeft = clampLeft(left - (int) Math.signum(event.getDeltaX()));
        if (nextTop != top || nextLeft != left) {
            dragged(nextTop, nextLeft);
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int line = (int) Math.floor((event.getY() - head()) / lineHeight());
        int shown = fit.at(event.getX() - 1);
        if (event.getButton() == MouseButton.PRIMARY
                && line >= 0
                && line < linesInView()
                && top + line <= lastRow()
                && shown >= 0
                && left + shown <= lastColumn()) {
            select(top + line, left + shown);
            open.accept(row, column);
        }
    }

    private double head() {
        return MatrixHead.HEIGHT + 1;
    }

    private int clampRow(int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, lastRow()));
    }

    private int clampColumn(int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, lastColumn()));
    }

    private int clampTop(int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, matrix.rows().size() - linesInView()));
    }

    private int clampLeft(int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, matrix.columns().size() - fit.shown()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return head()
                + matrix.rows().size() * MatrixLine.HEIGHT
                + (isWide() ? BAR : 0)
                + 1; // the frame
    }

    @Override
    protected double computeMinHeight(double width) {
        int least = Math.min(LEAST_LINES, matrix.rows().size());
        return head() + least * MatrixLine.HEIGHT + (isWide() ? BAR : 0) + 1;
    }

    @Override
    protected void layoutChildren() {
        boolean wasWide = isWide();
        double width = getWidth() - 2;
        double inner = width - (isHigh() ? BAR : 0);
        fit = MatrixFit.in(inner, matrix.columns().size());
        if (isWide() != wasWide) {
            getParent().requestLayout(); // the bar below needs room, or not any more
        }
        int wanted = Math.min(linesInView(), matrix.rows().size());
        while (lines.size() < wanted) {
            MatrixLine line = new MatrixLine();
            lines.add(line);
            getChildren().add(line);
        }
        head.resizeRelocate(1, 1, width, MatrixHead.HEIGHT);
        for (int i = 0; i < lines.size(); i++) {
            double y = Math.round(i * lineHeight());
            double below = Math.round((i + 1) * lineHeight());
            lines.get(i).resizeRelocate(1, head() + y, inner, below - y);
        }
        down.resizeRelocate(width + 1 - BAR, head(), BAR, wanted * lineHeight());
        across.resizeRelocate(
                1 + fit.cells(), getHeight() - BAR - 1, fit.cell() * fit.shown(), BAR);
        top = clampTop(top);
        left = clampLeft(left);
        refresh();
    }

    private void refresh() {
        int inView = linesInView();
        head.show(matrix.columns(), left, fit);
        for (int i = 0; i < lines.size(); i++) {
            boolean filled = i < inView && top + i < matrix.rows().size();
            lines.get(i)
                    .show(
                            filled ? matrix.rows().get(top + i) : null,
                            matrix.columns(),
                            left,
                            top + i == row ? column : -1,
                            fit);
        }
        settingBars = true;
        set(down, top, matrix.rows().size(), inView);
        set(across, left, matrix.columns().size(), fit.shown());
        settingBars = false;
    }

    private static void set(ScrollBar bar, int at, int all, int inView) {
        ScrollBars.fit(bar, all, inView, 1);
        bar.setValue(at);
        bar.setVisible(bar.getMax() > 0);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> lines.size() * fit.shown();
            case ITEM_AT_INDEX -> {
                int index = (Integer) parameters[0];
                yield lines.get(index / fit.shown()).cell(index % fit.shown());
            }
            case FOCUS_ITEM -> {
                int line = row - top;
                yield line >= 0 && line < lines.size() ? lines.get(line).cell(column - left) : null;
            }
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
