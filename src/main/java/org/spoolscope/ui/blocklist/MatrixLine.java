package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// One list's line in the matrix; a node that shows another line when the matrix is scrolled.
final class MatrixLine extends Region {
    /// At least; where there are more lines than are in view, they share what is left over.
    static final double HEIGHT = 28;

    private static final double PADDING = 10;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label name = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final Label kind = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Label probe = Labels.of(DisplayText.EMPTY, Style.SUBTLE);
    private final List<VerdictCell> cells = new ArrayList<>();
    private MatrixFit fit = MatrixFit.in(0, 0);

    MatrixLine() {
        getStyleClass().add(ListStyle.MATRIX_LINE);
        getChildren().addAll(name, kind, probe);
    }

    /// @param row null for no line at all
    /// @param left the first address that is shown
    /// @param current the address where the keyboard is, or -1 where it is in another line
    void show(
            Matrix.@Nullable Row row,
            List<Matrix.Column> columns,
            int left,
            int current,
            MatrixFit columnFit) {
        fit = columnFit;
        setVisible(row != null);
        if (row == null) {
            return;
        }
        Labels.set(name, DisplayText.of(row.list().name()));
        Labels.set(kind, kind(row));
        Labels.set(probe, row.probe());
        pseudoClassStateChanged(CURRENT, current >= 0);
        while (cells.size() < fit.shown()) {
            VerdictCell cell = new VerdictCell();
            cells.add(cell);
            getChildren().add(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            VerdictCell cell = cells.get(i);
            int column = left + i;
            boolean shown = i < fit.shown() && column < columns.size();
            cell.setVisible(shown);
            if (shown) {
                CellState state = row.cells().get(column).state();
                cell.show(state);
                cell.current(column == current);
                Labels.named(cell, name(row, columns.get(column), state));
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        place(name, PADDING, fit.name());
        place(kind, fit.name() + PADDING, fit.kind());
        place(probe, fit.probes() + PADDING, fit.probe());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i)
                    .resizeRelocate(fit.cells() + i * fit.cell(), 0, fit.cell(), getHeight() - 1);
        }
    }

    private void place(Region node, double x, double width) {
        node.resizeRelocate(x, 0, Math.max(0, width - 2 * PADDING), getHeight() - 1);
    }

    @Nullable VerdictCell cell(int shown) {
        return shown >= 0 && shown < cells.size() ? cells.get(shown) : null;
    }

    static DisplayText kind(Matrix.Row row) {
        return Words.get(
                "blocklist.kind." + row.list().kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static DisplayText name(Matrix.Row row, Matrix.Column column, CellState state) {
        return Words.get(
                "blocklist.cell.name",
                row.list().name(),
                column.subject(),
                column.owner(),
                state.word());
    }
}
