package org.spoolscope.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.PageScroll;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// The steps of a journey, one under the other, on one thread.
final class TimelinePane extends PageScroll {
    private final Times times;
    private final Consumer<TimelineStep.Link> open;
    private final VBox steps = new VBox();
    private final Node legend = legend();
    private final Label incomplete = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final HBox offer;
    private @Nullable Timeline shown;

    /// @param open goes to another message
    /// @param searchOld looks for the beginning of one whose first lines are not in memory
    TimelinePane(Times times, Consumer<TimelineStep.Link> open, Runnable searchOld) {
        this.times = times;
        this.open = open;
        this.offer =
                Boxes.row(
                        Style.GAP_14,
                        incomplete,
                        Buttons.small(
                                Buttons.of(
                                        "message-old-beginning",
                                        Words.get("message.old"),
                                        searchOld)));
        offer.getStyleClass().add(LogStyle.INCOMPLETE);
        setId("message-steps");
        getStyleClass().add(LogStyle.TIMELINE);
        steps.setAccessibleRole(AccessibleRole.LIST_VIEW);
        Labels.named(steps, Words.get("message.steps"));
        setContent(steps);
        setFocusTraversable(true);
    }

    /// Shows a journey: the same one, further on, where it was scrolled to.
    void show(Timeline timeline) {
        if (timeline.equals(shown)) {
            return;
        }
        boolean same = shown != null && shown.key().equals(timeline.key());
        shown = timeline;
        List<Node> rows = new ArrayList<>();
        if (!timeline.complete()) {
            rows.add(offer);
        }
        for (int i = 0; i < timeline.steps().size(); i++) {
            rows.add(
                    new StepRow(
                            timeline.steps().get(i),
                            times,
                            i == timeline.steps().size() - 1,
                            open));
        }
        if (timeline.more() > 0) {
            rows.add(
                    Labels.wrapped(
                            Words.get("message.more", Figures.count(timeline.more())),
                            Style.MUTED));
        }
        if (timeline.steps().stream().anyMatch(step -> step.stages() != null)) {
            rows.add(legend);
        }
        double place = getVvalue();
        if (steps.isFocusWithin()) {
            requestFocus(); // else it would go to the start of the window
        }
        steps.getChildren().setAll(rows);
        setVvalue(same ? place : 0);
    }

    /// Whether the servers' own logs may tell more of a beginning that is missing.
    void offer(boolean searched) {
        Labels.set(
                incomplete,
                Words.get(searched ? "message.incomplete.searched" : "message.incomplete"));
        Boxes.show(offer.getChildren().getLast(), !searched);
    }

    private static Node legend() {
        HBox legend = Boxes.row(Style.GAP_14);
        for (int i = 0; i < 4; i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll(Style.LEGEND_SWATCH, LogStyle.STAGE);
            swatch.pseudoClassStateChanged(PseudoClass.getPseudoClass(Stages.key(i)), true);
            legend.getChildren()
                    .add(
                            Boxes.row(
                                    Style.GAP_4,
                                    swatch,
                                    Labels.of(Stages.name(i), Style.SMALL, Style.MUTED)));
        }
        legend.setId("message-legend");
        return legend;
    }
}
