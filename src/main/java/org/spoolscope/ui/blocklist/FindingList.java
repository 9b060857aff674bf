package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// A card per finding; a card stays the same node while its finding is told anew, so that its
/// buttons keep the focus.
final class FindingList extends VBox {
    /// More would be a wall; the matrix has them all.
    private static final int MOST = 20;

    private final Times times;
    private final FindingCard.Actions actions;
    private final Map<Finding.Key, FindingCard> cards = new HashMap<>();
    private final VBox column = Boxes.column(Style.GAP_8);
    private final Label more = Labels.of(DisplayText.EMPTY, Style.MUTED);

    FindingList(Times times, FindingCard.Actions actions) {
        this.times = times;
        this.actions = actions;
        setId("blocklist-findings");
        more.setId("blocklist-findings-more");
        FittingScroll scroll = new FittingScroll(column);
        getChildren().add(scroll);
        Boxes.show(this, false);
    }

    /// All of it, as far as it may be high: it is the matrix that gives way.
    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight());
    }

    void show(List<Finding> findings, Instant now) {
        List<Node> shown = new ArrayList<>();
        List<Finding> first = findings.stream().limit(MOST).toList();
        cards.keySet().retainAll(first.stream().map(Finding::key).toList());
        for (Finding finding : first) {
            FindingCard card =
                    cards.computeIfAbsent(
                            finding.key(), _ -> new FindingCard(finding, times, actions));
            card.show(finding, now);
            shown.add(card.node());
        }
        int hidden = findings.size() - first.size();
        if (hidden > 0) {
            Labels.set(more, Words.get("blocklist.more-findings", Figures.count(hidden)));
            shown.add(more);
        }
        if (!column.getChildren().equals(shown)) {
            column.getChildren().setAll(shown);
        }
        Boxes.show(this, !shown.isEmpty());
    }

    void tick(Instant now) {
        cards.values().forEach(card -> card.tick(now));
    }
}
