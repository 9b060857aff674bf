package org.spoolscope.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.ServerChoice;
import org.spoolscope.ui.filter.FilterBox;
import org.spoolscope.ui.theme.Style;

/// The head of the page: whose lines these are, where they come from, and how many of them were not
/// understood.
final class LogHead extends VBox {
    /// The others are counted: the lines matter more than where they come from.
    private static final int MOST_SOURCES = 4;

    private final Label summary = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final ServerChoice servers;
    private final Button other;
    private final Button foreign;
    private final VBox sources = Boxes.column(Style.GAP_4);
    private final List<SourceLine> lines = new ArrayList<>();
    private final Label more = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.SUBTLE);

    /// @param choose told the server that is chosen, or null for all
    /// @param filtered told a filter that a count stands for
    /// @param find goes to the search for one message
    LogHead(
            FilterBox filter,
            Consumer<@Nullable String> choose,
            Consumer<DisplayText> filtered,
            Runnable find) {
        getStyleClass().add(Style.GAP_8);
        servers = new ServerChoice("log-server", choose);
        summary.setId("log-summary");
        summary.setMinWidth(0);
        other = count("log-other", Outcome.OTHER, filtered);
        foreign = count("log-foreign", Outcome.FOREIGN, filtered);
        HBox counts = Boxes.row(Style.GAP_4, other, foreign);
        sources.setId("log-sources");
        more.setId("log-more-sources");
        sources.getChildren().add(more);
        HBox second = Boxes.row(Style.GAP_14, Boxes.grow(sources), counts);
        second.setAlignment(Pos.TOP_LEFT);
        counts.setMinWidth(USE_PREF_SIZE);
        counts.setAlignment(Pos.TOP_LEFT);
        sources.setMinWidth(0);
        getChildren()
                .addAll(
                        Boxes.row(
                                Style.GAP_14,
                                Labels.whole(Labels.title(Words.get("log.title"))),
                                summary,
                                Boxes.space(),
                                servers,
                                Buttons.of("log-find", Words.get("log.find"), find)),
                        filter,
                        second);
    }

    void show(LogStatus status, List<String> names, @Nullable String chosen) {
        Labels.set(summary, status.summary());
        servers.show(names, chosen);
        Labels.set(other, Words.get("log.count.other", Figures.count(status.notUnderstood())));
        Labels.set(foreign, Words.get("log.count.foreign", Figures.count(status.foreign())));
        Boxes.show(other, status.empty() != LogStatus.Empty.NO_SERVERS);
        Boxes.show(foreign, status.foreign() > 0);
        int shown = Math.min(MOST_SOURCES, status.sources().size());
        while (lines.size() < shown) {
            SourceLine line = new SourceLine();
            lines.add(line);
            sources.getChildren().add(sources.getChildren().size() - 1, line);
        }
        Labels.set(more, Words.get("log.sources.more", status.sources().size() - shown));
        Boxes.show(more, status.sources().size() > shown);
        other.setDisable(status.notUnderstood() == 0);
        for (int i = 0; i < lines.size(); i++) {
            Boxes.show(lines.get(i), i < shown);
            if (i < shown) {
                lines.get(i).show(status.sources().get(i));
            }
        }
    }

    private static Button count(String id, Outcome outcome, Consumer<DisplayText> filtered) {
        return Buttons.small(
                Buttons.quiet(
                        id, DisplayText.EMPTY, () -> filtered.accept(LogStatus.filterOf(outcome))));
    }
}
