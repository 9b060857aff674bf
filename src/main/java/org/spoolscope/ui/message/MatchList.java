package org.spoolscope.ui.message;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Pill;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// The messages that were found, when there are several; the chosen one is shown under it.
final class MatchList extends ListView<Timeline> {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 5;

    private boolean exchanging;

    MatchList(Times times, Consumer<Timeline> choose) {
        setId("message-matches");
        getStyleClass().add(LogStyle.MATCHES);
        setFixedCellSize(ROW);
        Labels.named(this, Words.get("message.matches"));
        setCellFactory(_ -> new Cell(times));
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, next) -> {
                    if (next != null && !exchanging) {
                        choose.accept(next);
                    }
                });
        Boxes.show(this, false);
    }

    void show(List<Timeline> found, @Nullable Timeline chosen) {
        exchanging = true;
        getItems().setAll(found);
        if (chosen != null) {
            getSelectionModel().select(chosen);
        }
        exchanging = false;
        double height = Math.min(MOST_ROWS, found.size()) * ROW + 4;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        Boxes.show(this, found.size() > 1);
    }

    private static final class Cell extends ListCell<Timeline> {
        private final Times times;
        private final Label time = Labels.of(DisplayText.EMPTY, Style.MONO, Style.SUBTLE);
        private final Label id = Labels.of(DisplayText.EMPTY, Style.MONO);
        private final Label server = Labels.of(DisplayText.EMPTY, Style.MUTED);
        private final Pill state = new Pill(DisplayText.EMPTY, Tone.NEUTRAL);
        private final Label who = Labels.of(DisplayText.EMPTY, Style.MUTED);
        private final HBox row = Boxes.row(Style.GAP_14, time, id, server, state, who);

        Cell(Times times) {
            this.times = times;
            setPrefWidth(0);
            time.setMinWidth(142);
            id.setMinWidth(126);
            server.setMinWidth(70);
            who.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Timeline one, boolean empty) {
            super.updateItem(one, empty);
            if (one == null || empty) {
                setGraphic(null);
                return;
            }
            Labels.set(
                    time,
                    one.first() == null ? Words.get("message.no-time") : times.day(one.first()));
            Labels.set(id, DisplayText.of(one.id()));
            Labels.set(server, DisplayText.of(one.server()));
            state.show(one.state(), one.tone());
            Labels.set(
                    who,
                    Words.get(
                            "message.match",
                            TimelineText.known(one.sender()),
                            TimelineText.recipients(one)));
            setGraphic(row);
        }
    }
}
