package org.spoolscope.ui.message;

import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// One step: when, a ring on the thread that joins the steps, what, to whom, what was replied, and
/// where the time went.
final class StepRow extends Region {
    private static final double RING = 12;
    private static final double LEAST_HEIGHT = 46;
    private static final double TOP = 14;
    private static final double NARROW = 900;

    /// Widths of the columns.
    private record Widths(double gap, double time, double word, double who, double bar) {
        static final double DELAY = 72;

        static Widths in(double width) {
            return width < NARROW
                    ? new Widths(8, 90, 74, 170, 60)
                    : new Widths(14, 92, 96, 240, 150);
        }

        double whatLeft() {
            return time + RING + word + who + 4 * gap;
        }

        double what(double width) {
            return Math.max(60, width - whatLeft() - bar - DELAY - 2 * gap);
        }
    }

    private final Label time;
    private final Region ring = new Region();
    private final Region thread = new Region();
    private final Label word;
    private final Label who;
    private final VBox what;
    private final @Nullable StageBar bar;
    private final Label delay;
    private final boolean last;

    /// @param last whether the thread ends here
    StepRow(TimelineStep step, Times times, boolean last, Consumer<TimelineStep.Link> open) {
        this.last = last;
        getStyleClass().add(LogStyle.STEP);
        pseudoClassStateChanged(step.kind().pseudoClass(), true);
        time = Labels.of(time(step, times), Style.MONO, Style.SUBTLE);
        ring.getStyleClass().add(LogStyle.STEP_RING);
        thread.getStyleClass().add(LogStyle.STEP_THREAD);
        word = Labels.of(step.word(), Style.STRONG, LogStyle.STEP_WORD);
        who = Labels.wrapped(step.who());
        Label told = Labels.wrapped(step.what(), Style.MUTED);
        what = Boxes.column(Style.GAP_4, told);
        Boxes.show(told, !step.what().isEmpty());
        for (TimelineStep.Link link : step.links()) {
            what.getChildren().add(link(link, open));
        }
        bar = step.stages() == null ? null : new StageBar(step.stages());
        delay = Labels.of(step.delay(), Style.MUTED);
        delay.setAlignment(Pos.TOP_RIGHT);
        getChildren().addAll(thread, ring, time, word, who, what, delay);
        if (bar != null) {
            getChildren().add(bar);
        }
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        Labels.named(
                this,
                Words.get(
                        "message.step.spoken",
                        time.getText(),
                        step.word(),
                        step.who(),
                        step.what(),
                        step.stages() == null ? DisplayText.EMPTY : step.stages().words()));
    }

    private static DisplayText time(TimelineStep step, Times times) {
        if (step.at() == null) {
            return Words.get("message.no-time");
        }
        int millis = step.at().get(ChronoField.MILLI_OF_SECOND);
        DisplayText second = times.second(step.at());
        return step.kind() == TimelineStep.Kind.EXPECTED
                ? times.minute(step.at())
                : millis == 0
                        ? second
                        : DisplayText.of(second + String.format(Locale.ROOT, ".%03d", millis));
    }

    private static Node link(TimelineStep.Link link, Consumer<TimelineStep.Link> open) {
        Button button =
                Buttons.quiet("message-link-" + link.id(), link.text(), () -> open.accept(link));
        button.getStyleClass().add(LogStyle.LINK);
        button.setMinWidth(0);
        return Buttons.small(button);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double of = width < 0 ? NARROW : width;
        Widths widths = Widths.in(of);
        double text = Math.max(what.prefHeight(widths.what(of)), who.prefHeight(widths.who()));
        return Math.max(LEAST_HEIGHT, TOP + text + TOP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        Widths widths = Widths.in(width);
        double line = time.prefHeight(-1);
        time.resizeRelocate(0, TOP, widths.time(), line);
        double x = widths.time() + widths.gap();
        double middle = TOP + Math.rint((line - RING) / 2);
        ring.resizeRelocate(x, middle, RING, RING);
        thread.resizeRelocate(
                x + RING / 2 - 0.5,
                middle + RING + 2,
                1,
                last ? 0 : Math.max(0, getHeight() - RING - 4));
        x += RING + widths.gap();
        word.resizeRelocate(x, TOP, widths.word(), line);
        x += widths.word() + widths.gap();
        who.resizeRelocate(x, TOP, widths.who(), who.prefHeight(widths.who()));
        double told = widths.what(width);
        what.resizeRelocate(widths.whatLeft(), TOP, told, what.prefHeight(told));
        double right = width - Widths.DELAY;
        delay.resizeRelocate(right, TOP, Widths.DELAY, line);
        if (bar != null) {
            bar.resizeRelocate(right - widths.gap() - widths.bar(), TOP, widths.bar(), line);
        }
    }
}
