package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// What one list said of one address over time, the newest first.
final class HistoryList extends VBox {
    private static final double TIME_WIDTH = 124;

    private final Times times;

    HistoryList(Times times) {
        this.times = times;
        setId("blocklist-history");
        getStyleClass().add(Style.GAP_4);
    }

    void show(List<ListChange> history) {
        if (history.isEmpty()) {
            getChildren().setAll(Labels.wrapped(Words.get("blocklist.history.none"), Style.MUTED));
            return;
        }
        List<Node> lines = new ArrayList<>();
        for (ListChange change : history) {
            Label time = Labels.of(times.day(change.at()), Style.MUTED);
            time.setMinWidth(TIME_WIDTH);
            Label what = Labels.wrapped(what(change));
            lines.add(Boxes.row(Style.GAP_8, time, VerdictCell.of(state(change)), what));
        }
        getChildren().setAll(lines);
    }

    private static CellState state(ListChange change) {
        return CellState.of(change.now());
    }

    private static DisplayText what(ListChange change) {
        String codes = String.join(", ", change.now().codes());
        Verdict before = change.before();
        if (before == null) {
            return Words.get("blocklist.history.first", codes);
        }
        if (before == Verdict.LISTED && change.now().verdict() == Verdict.CLEAN) {
            return Words.get("blocklist.history.cleared");
        }
        return Words.get(
                "blocklist.history.change", codes, Words.get("blocklist.cell." + before.label()));
    }
}
