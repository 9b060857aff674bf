package org.spoolscope.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// Lays out the rows of a table that have one height, a million of them as fast as a hundred.
///
/// JavaFX's own flow adds up the heights of all rows above the view whenever it moves. This one
/// lets it lay out a list that begins with the first row in view, so that there are none. Where in
/// the whole list that is, its own scroll bar says, which stands in the place of JavaFX's.
///
/// @param <R> what a row is of
final class RowFlow<R> extends VirtualFlow<TableRow<R>> {
    /// Its value is how many pixels of the list are above the view.
    private final ScrollBar bar = ScrollBars.of(Orientation.VERTICAL);

    /// The row that is the first one for JavaFX.
    private int first;

    RowFlow() {
        bar.valueProperty().addListener(_ -> move());
        // As with JavaFX's: dragging it is not dragging the rows.
        bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        bar.visibleProperty().bind(getVbar().visibleProperty());
        getChildren().add(bar);
        getVbar().setClip(new Rectangle()); // nothing of it is seen
        getVbar().setAccessibleRole(AccessibleRole.NODE);
    }

    ScrollBar bar() {
        return bar;
    }

    private void move() {
        begin();
        reconfigureCells(); // the position may be the same, but not the rows
    }

    /// Lets the list begin with the first row in view. JavaFX's position is a share of what is out
    /// of view.
    private void begin() {
        double above = bar.getValue();
        first = (int) (above / getFixedCellSize());
        setPosition(bar.getMax() > 0 ? (above - first * getFixedCellSize()) / bar.getMax() : 0);
    }

    @Override
    protected void layoutChildren() {
        double all = getCellCount() * getFixedCellSize();
        ScrollBars.fit(bar, all, getHeight(), getFixedCellSize());
        scroll(bar.getValue());
        begin();
        super.layoutChildren();
        ScrollBar its = getVbar();
        bar.resizeRelocate(its.getLayoutX(), its.getLayoutY(), its.getWidth(), its.getHeight());
    }

    private void scroll(double above) {
        bar.setValue(Math.clamp(above, 0, bar.getMax()));
    }

    @Override
    public double scrollPixels(double delta) {
        double before = bar.getValue();
        scroll(before + delta);
        layout(); // who scrolls by a page asks at once which rows are in view
        return bar.getValue() - before;
    }

    @Override
    public void scrollToTop(int row) {
        scroll(row * getFixedCellSize());
    }

    /// As little as will do.
    @Override
    public void scrollTo(int row) {
        double start = row * getFixedCellSize();
        double end = start + getFixedCellSize();
        scroll(Math.clamp(bar.getValue(), Math.min(end - getHeight(), start), start));
    }

    @Override
    protected TableRow<R> getPrivateCell(int row) {
        return super.getPrivateCell(row - first);
    }

    @Override
    protected void setCellIndex(TableRow<R> cell, int index) {
        super.setCellIndex(cell, first + index);
    }

    @Override
    protected int getCellIndex(TableRow<R> cell) {
        return super.getCellIndex(cell) - first;
    }
}
