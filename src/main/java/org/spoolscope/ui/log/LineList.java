package org.spoolscope.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.ScrollBars;
import org.spoolscope.ui.theme.LogStyle;

/// The tail as a list of rows of one height: as many nodes as are in view, however many lines there
/// are. While it follows, the newest line stands at the bottom; scrolling up ends that, coming back
/// to the bottom takes it up again. JavaFX thread.
final class LineList extends Region {
    static final double ROW_HEIGHT = 22;

    private static final double BAR_WIDTH = 12;

    private final RowText text;
    private final List<LineRow> rows = new ArrayList<>();
    private final ScrollBar bar = ScrollBars.of(Orientation.VERTICAL);
    private final LineSelection selection = new LineSelection();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ReadOnlyLongWrapper unseen = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper();
    private final Runnable open;
    private LogAnswer answer = LogAnswer.NONE;
    private long top;
    private long endWhenFrozen;
    private double wheel;
    private boolean settingBar;
    private int fitting;

    /// @param open goes to the message of the line where the keyboard is
    LineList(RowText text, Runnable open) {
        this.text = text;
        this.open = open;
        setId("log-lines");
        getStyleClass().add(LogStyle.LINES);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        Labels.named(this, Words.get("log.list"));
        setMinSize(0, 0);
        bar.valueProperty().addListener((_, _, value) -> dragged(value.doubleValue()));
        getChildren().add(bar);
        following.addListener((_, _, now) -> followed(now));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedOver);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> LineKeys.pressed(event, this));
    }

    /// Whether the newest line is kept in view.
    BooleanProperty following() {
        return following;
    }

    /// How many rows have come since it was frozen; 0 while it follows.
    ReadOnlyLongProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// Changes whenever the selection does.
    ReadOnlyLongProperty selected() {
        return selected.getReadOnlyProperty();
    }

    LineSelection selection() {
        return selection;
    }

    LogAnswer answer() {
        return answer;
    }

    /// The row where the keyboard is, or null.
    @Nullable LogRow lead() {
        return selection.isEmpty() ? null : text.row(answer, selection.lead());
    }

    /// The whole line at a position, made safe.
    DisplayText whole(long position) {
        return text.whole(answer, position);
    }

    void open() {
        open.run();
    }

    /// Shows an answer: of the same question in the same place, of another one at its end.
    void show(LogAnswer next) {
        boolean anew = next.generation() != answer.generation();
        answer = next;
        if (anew) {
            selection.clear();
            rows.forEach(LineRow::forget);
            endWhenFrozen = next.end();
            top = lastTop();
        }
        selection.keepFrom(next.first());
        if (following.get()) {
            endWhenFrozen = next.end();
            top = lastTop();
        }
        refresh();
    }

    /// Moves the keyboard by some rows, or to the first or last with a large number.
    void move(long by, boolean extend) {
        if (answer.size() == 0) {
            return;
        }
        long from = selection.isEmpty() ? lastInView() + (by < 0 ? 1 : 0) : selection.lead();
        select(Math.clamp(from + by, answer.first(), answer.end() - 1), extend);
    }

    void select(long position, boolean extend) {
        selection.select(position, extend);
        if (position < top) {
            scrollTo(position);
        } else if (position > lastInView()) {
            scrollTo(position - inView() + 1);
        } else {
            // A line that someone looks at must not be carried off.
            following.set(false);
        }
        refresh();
    }

    void selectAll() {
        if (answer.size() > 0) {
            following.set(false);
            selection.select(answer.first(), false);
            selection.select(answer.end() - 1, true);
            refresh();
        }
    }

    void clearSelection() {
        selection.clear();
        refresh();
    }

    /// Whole rows that fit.
    int inView() {
        return Math.max(1, (int) (getHeight() / ROW_HEIGHT));
    }

    private long lastInView() {
        return Math.min(answer.end(), top + inView()) - 1;
    }

    private long lastTop() {
        return Math.max(answer.first(), answer.end() - inView());
    }

    private void scrollTo(long position) {
        top = Math.clamp(position, answer.first(), lastTop());
        following.set(top == lastTop());
        refresh();
    }

    private void followed(boolean now) {
        endWhenFrozen = answer.end();
        if (now) {
            top = lastTop();
        }
        refresh();
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY() / ROW_HEIGHT;
        long whole = (long) wheel;
        wheel -= whole;
        if (whole != 0) {
            scrollTo(top - whole);
        }
        event.consume();
    }

    private void dragged(double value) {
        if (!settingBar) {
            scrollTo(answer.first() + Math.round(value));
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        long position = positionAt(event.getY());
        if (event.getButton() != MouseButton.PRIMARY || position < 0) {
            return;
        }
        select(position, event.isShiftDown());
        boolean onLink =
                event.getTarget() instanceof Node node
                        && rows.stream().anyMatch(row -> row.isLink(node));
        if (event.getClickCount() == 2 || onLink && !event.isShiftDown()) {
            open.run();
        }
    }

    private void draggedOver(MouseEvent event) {
        long position = positionAt(Math.clamp(event.getY(), 0, getHeight() - 1));
        if (event.isPrimaryButtonDown() && position >= 0 && !selection.isEmpty()) {
            select(position, true);
        }
    }

    private long positionAt(double y) {
        long position = top + (long) (y / ROW_HEIGHT);
        return y >= 0 && position <= lastInView() ? position : -1;
    }

    private void refresh() {
        top = Math.clamp(top, answer.first(), Math.max(answer.first(), answer.end()));
        LineColumns columns = LineColumns.in(getWidth(), answer.servers().size() > 1);
        for (int i = 0; i < rows.size(); i++) {
            long position = top + i;
            boolean filled = i < inView() && position < answer.end();
            LineRow row = rows.get(i);
            row.show(filled ? rowAt(position, row.shown()) : null, columns);
            row.mark(selection.holds(position), position == selection.lead());
        }
        unseen.set(following.get() ? 0 : Math.max(0, answer.end() - endWhenFrozen));
        selected.set(selection.isEmpty() ? 0 : selection.lead() * 31 + selection.count());
        settingBar = true;
        ScrollBars.fit(bar, answer.size(), inView(), 1);
        bar.setValue((double) (top - answer.first()));
        bar.setVisible(bar.getMax() > 0);
        settingBar = false;
    }

    /// Nothing is parsed again for a row that stays where it is.
    private LogRow rowAt(long position, @Nullable LogRow shown) {
        return shown != null && shown.ref() == answer.ref(position)
                ? shown
                : text.row(answer, position);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - BAR_WIDTH;
        int wanted = inView();
        while (rows.size() < wanted) {
            LineRow row = new LineRow();
            rows.add(row);
            getChildren().add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            LineRow row = rows.get(i);
            row.resizeRelocate(0, i * ROW_HEIGHT, width, ROW_HEIGHT);
        }
        bar.resizeRelocate(width, 0, BAR_WIDTH, getHeight());
        if (following.get()) {
            top = lastTop();
        } else if (fitting > 0) {
            // The newest row in view stays: it is at the bottom that the list gets shorter.
            top = Math.max(answer.first(), top + fitting - wanted);
        }
        fitting = wanted;
        refresh();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> rows.size();
            case ITEM_AT_INDEX -> rows.get((Integer) parameters[0]);
            case FOCUS_ITEM -> {
                long lead = selection.lead() - top;
                yield lead >= 0 && lead < rows.size() ? rows.get((int) lead) : null;
            }
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
