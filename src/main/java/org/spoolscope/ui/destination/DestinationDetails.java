package org.spoolscope.ui.destination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.TableWithDetails;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// One destination and why it puts us off, beside the table.
final class DestinationDetails extends VBox implements TableWithDetails.Details<DestinationRow> {
    private final Times times;
    private final Consumer<String> openQueue;
    private final BiConsumer<String, String> openLog;
    private final Label title = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final Label about = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final VBox causes = Boxes.column(Style.GAP_14);
    private List<CauseFigures> shown = List.of();
    private @Nullable DestinationRow row;
    private Runnable close = () -> {};

    /// @param openQueue shows the queue by a filter
    /// @param openLog shows a server's log by a filter
    DestinationDetails(
            Times times, Consumer<String> openQueue, BiConsumer<String, String> openLog) {
        this.times = times;
        this.openQueue = openQueue;
        this.openLog = openLog;
        setId("destination-details");
        getStyleClass().add(QueueStyle.DETAILS);
        title.setId("destination-name");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        about.setId("destination-about");
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        Boxes.grow(title),
                        Buttons.small(
                                Buttons.of(
                                        "destination-queue",
                                        Words.get("destination.queue"),
                                        () -> toQueue(null))),
                        Buttons.small(
                                Buttons.of(
                                        "destination-log",
                                        Words.get("destination.log"),
                                        () -> toLog(null))),
                        Buttons.small(
                                Buttons.quiet(
                                        "destination-close",
                                        Words.get("destination.close"),
                                        () -> close.run())));
        head.getStyleClass().add(QueueStyle.DETAILS_HEAD);
        head.setMinHeight(USE_PREF_SIZE);
        VBox body =
                Boxes.column(
                        Style.GAP_14,
                        about,
                        Boxes.rule(),
                        Labels.of(Words.get("destination.causes"), Style.STRONG),
                        causes);
        body.getStyleClass().add(QueueStyle.DETAILS_BODY);
        FittingScroll scroll = new FittingScroll(body);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    @Override
    public void onClose(Runnable action) {
        close = action;
    }

    @Override
    public @Nullable DestinationRow row() {
        return row;
    }

    @Override
    public void show(DestinationRow next) {
        boolean same = row != null && row.key().equals(next.key());
        row = next;
        Labels.set(title, DisplayText.of(next.figures().name()));
        Labels.set(about, about(next));
        // A text that someone selects a part of must not be exchanged under the pointer.
        if (!same || next.figures().causes().size() != shown.size()) {
            shown = next.figures().causes();
            causes.getChildren().setAll(causes());
        }
    }

    private void toQueue(@Nullable CauseFigures cause) {
        DestinationRow of = row;
        if (of != null) {
            openQueue.accept(of.queueFilter(cause));
        }
    }

    private void toLog(@Nullable CauseFigures cause) {
        DestinationRow of = row;
        if (of != null) {
            openLog.accept(of.server(), of.logFilter(cause));
        }
    }

    private List<Node> causes() {
        if (shown.isEmpty()) {
            return List.of(Labels.wrapped(Words.get("destination.no-causes"), Style.MUTED));
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            nodes.add(cause(shown.get(i), i));
        }
        return nodes;
    }

    private Node cause(CauseFigures cause, int index) {
        String who = row == null ? "" : row.figures().name();
        Sentence sentence = CauseText.sentence(cause, who);
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        new StatusShape(CauseText.tone(cause)),
                        Labels.wrapped(sentence.headline(), Style.STRONG));
        HBox links =
                Boxes.row(
                        Style.GAP_8,
                        link("queue", index, sentence, () -> toQueue(cause)),
                        link("log", index, sentence, () -> toLog(cause)));
        return Boxes.column(
                Style.GAP_4,
                head,
                Labels.wrapped(sentence.advice()),
                Labels.wrapped(CauseText.counts(cause, times), Style.SMALL, Style.MUTED),
                Labels.wrapped(CauseText.reason(cause), Style.MUTED),
                Fields.selectable(
                        "destination-example-" + index,
                        Words.get("destination.example"),
                        CauseText.example(cause)),
                links);
    }

    private static Button link(String to, int index, Sentence of, Runnable action) {
        return Labels.named(
                Buttons.small(
                        Buttons.of(
                                "destination-cause-" + to + "-" + index,
                                Words.get("destination." + to),
                                action)),
                Words.get("destination.cause." + to, of.headline()));
    }

    private static DisplayText about(DestinationRow row) {
        return Words.get(
                row.figures().provider() ? "destination.about-provider" : "destination.about",
                row.server(),
                Figures.count(row.figures().domains()),
                Figures.count(row.figures().sent()),
                Figures.count(row.figures().deferred()),
                Figures.count(row.figures().bounced()),
                DestinationColumn.millis(row.figures().delay().median()),
                DestinationColumn.millis(row.figures().delay().p95()));
    }
}
