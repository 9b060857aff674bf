package org.spoolscope.ui.blocklist;

import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// Below the matrix: what its marks mean, and which of the addresses are in view.
final class MatrixFoot extends HBox {
    /// As wide as it would like to be, in pixels; it wraps where there is less room.
    private static final double ONE_LINE = 700;

    private final FlowPane legend = new FlowPane(14, 4);
    private final Label part = Labels.whole(Labels.of(DisplayText.EMPTY, Style.MUTED));
    private Set<CellState> shown = Set.of();

    /// @param besides what else stands there
    MatrixFoot(Node besides) {
        getStyleClass().add(Style.GAP_14);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        legend.setId("blocklist-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        legend.setPrefWrapLength(ONE_LINE);
        part.setId("blocklist-part");
        getChildren().addAll(Boxes.grow(legend), part, besides);
    }

    void show(Matrix matrix) {
        Set<CellState> states = EnumSet.noneOf(CellState.class);
        matrix.rows().forEach(row -> row.cells().forEach(cell -> states.add(cell.state())));
        if (!states.equals(shown)) {
            shown = states;
            legend.getChildren().clear();
            for (CellState state : states) {
                VerdictCell mark = VerdictCell.of(state);
                Labels.hint(mark, state.meaning());
                legend.getChildren().add(mark);
            }
        }
    }

    /// @param inView from which to which of the addresses; empty when all are
    void part(String inView, int all) {
        Labels.set(
                part,
                inView.isEmpty()
                        ? DisplayText.EMPTY
                        : Words.get("blocklist.part", inView, Figures.count(all)));
        Boxes.show(part, !inView.isEmpty());
    }
}
