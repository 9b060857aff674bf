package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The lists that are not asked, and why; folded until someone wants to know.
final class AbsentPane extends VBox {
    private static final double HIGHEST = 150;
    private static final double NAME_WIDTH = 170;

    private final ToggleButton fold = Buttons.toggle("blocklist-absent-fold", DisplayText.EMPTY);
    private final VBox lines = Boxes.column(Style.GAP_4);
    private List<AbsentList> shown = List.of();

    AbsentPane() {
        setId("blocklist-absent");
        getStyleClass().add(Style.GAP_8);
        FittingScroll scroll = new FittingScroll(lines);
        scroll.setMaxHeight(HIGHEST);
        scroll.setId("blocklist-absent-lists");
        Boxes.show(scroll, false);
        Boxes.show(fold, false);
        fold.selectedProperty().addListener((_, _, open) -> Boxes.show(scroll, open));
        getChildren().add(scroll);
        setMinHeight(USE_PREF_SIZE);
    }

    /// Shows and folds the lists; stands in another line.
    ToggleButton fold() {
        return fold;
    }

    void show(List<AbsentList> absent) {
        if (absent.equals(shown)) {
            return;
        }
        shown = absent;
        long dead = absent.stream().filter(AbsentList::dead).count();
        Labels.set(
                fold,
                Words.get(
                        "blocklist.absent",
                        Figures.count(absent.size() - dead),
                        Figures.count(dead)));
        Boxes.show(fold, !absent.isEmpty());
        List<Node> next = new ArrayList<>();
        for (AbsentList one : absent) {
            Label name = Labels.of(DisplayText.of(one.list().name()), Style.STRONG);
            name.setMinWidth(NAME_WIDTH);
            name.setPrefWidth(NAME_WIDTH);
            next.add(Boxes.row(Style.GAP_8, name, Labels.wrapped(one.why(), Style.MUTED)));
        }
        lines.getChildren().setAll(next);
    }
}
