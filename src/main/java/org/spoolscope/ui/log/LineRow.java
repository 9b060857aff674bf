package org.spoolscope.ui.log;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// The node of one row in view. It is used again for whichever row is scrolled to its place, and
/// does nothing while that stays the same.
final class LineRow extends Region {
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final int SECOND_LENGTH = 8;

    private final Label time = Labels.of(DisplayText.EMPTY, Style.MONO, Style.SUBTLE);
    private final Label server = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Region mark = new Region();
    private final Label word = Labels.of(DisplayText.EMPTY, LogStyle.LINE_WORD);
    private final Label program = Labels.of(DisplayText.EMPTY, Style.MONO, Style.MUTED);
    private final Label id = Labels.of(DisplayText.EMPTY, Style.MONO, LogStyle.LINK);
    private final Label text = Labels.of(DisplayText.EMPTY, Style.MONO, LogStyle.LINE_TEXT);

    private @Nullable LogRow shown;
    private LineColumns columns = LineColumns.in(0, false);
    private boolean selected;
    private boolean lead;

    LineRow() {
        getStyleClass().add(LogStyle.LINE);
        mark.getStyleClass().add(LogStyle.LINE_MARK);
        // Of an instance's program the end says which it is.
        program.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().addAll(time, server, mark, word, program, id, text);
    }

    /// What stands here, or null below the last line.
    @Nullable LogRow shown() {
        return shown;
    }

    /// Whether `node` is the id, which leads to the message.
    boolean isLink(Node node) {
        for (Node at = node; at != null && at != this; at = at.getParent()) {
            if (at.equals(id)) {
                return true;
            }
        }
        return false;
    }

    /// What is shown belongs to an answer that is over.
    void forget() {
        LogRow before = shown;
        if (before != null) {
            pseudoClassStateChanged(before.outcome().pseudoClass(), false);
        }
        shown = null;
    }

    void show(@Nullable LogRow row, LineColumns widths) {
        if (row == null) {
            setVisible(false);
            forget();
            return;
        }
        setVisible(true);
        if (!row.equals(shown) || !widths.equals(columns)) {
            columns = widths;
            fill(row);
            requestLayout();
        }
    }

    void mark(boolean isSelected, boolean isLead) {
        if (selected != isSelected) {
            selected = isSelected;
            pseudoClassStateChanged(SELECTED, isSelected);
        }
        if (lead != isLead) {
            lead = isLead;
            pseudoClassStateChanged(LEAD, isLead);
        }
    }

    private void fill(LogRow row) {
        LogRow before = shown;
        shown = row;
        Labels.set(time, columns.showsMillis() ? row.time() : second(row.time()));
        Labels.set(server, columns.server() == 0 ? DisplayText.EMPTY : row.server());
        Labels.set(word, row.word());
        Labels.set(program, row.program());
        Labels.set(id, row.id());
        Labels.set(text, row.text());
        if (before == null || before.outcome() != row.outcome()) {
            if (before != null) {
                pseudoClassStateChanged(before.outcome().pseudoClass(), false);
            }
            pseudoClassStateChanged(row.outcome().pseudoClass(), true);
        }
        pseudoClassStateChanged(GAP, row.gap());
        Labels.named(
                this,
                Words.get(
                        "log.row",
                        row.time(),
                        row.server(),
                        row.word(),
                        row.program(),
                        row.id(),
                        row.text()));
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double x = LineColumns.EDGE;
        x = place(time, x, columns.time(), height);
        x = place(server, x, columns.server(), height);
        mark.resizeRelocate(x, Math.rint((height - 8) / 2), 8, 8);
        place(word, x + 14, columns.word() - 14, height);
        x += columns.word() + LineColumns.GAP;
        if (shown == null || !shown.gap()) {
            x = place(program, x, columns.program(), height);
            x = place(id, x, columns.id(), height);
        }
        text.resizeRelocate(x, 0, Math.max(0, getWidth() - x - LineColumns.EDGE), height);
    }

    private static DisplayText second(DisplayText moment) {
        String text = moment.toString();
        return text.length() <= SECOND_LENGTH
                ? moment
                : DisplayText.of(text.substring(0, SECOND_LENGTH));
    }

    private static double place(Label label, double x, double width, double height) {
        label.resizeRelocate(x, 0, width, height);
        return width == 0 ? x : x + width + LineColumns.GAP;
    }
}
