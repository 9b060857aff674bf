package org.spoolscope.ui.message;

import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Pill;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.state.ForecastText;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// Which message it is, what has become of it, and who wrote to whom.
final class MessageHead extends VBox {
    private final Times times;
    private final Label title = Labels.title(Words.get("message.title"));
    private final Pill state = new Pill(DisplayText.EMPTY, Tone.NEUTRAL);
    private final Label about = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Button lines;
    private final Button copy;
    private final Label from = Labels.of(DisplayText.EMPTY);
    private final Label to = Labels.of(DisplayText.EMPTY);
    private final Label messageId = Labels.of(DisplayText.EMPTY, Style.MONO);
    private final Label next = Labels.of(DisplayText.EMPTY);
    private final Label bounce = Labels.of(DisplayText.EMPTY);
    private final FlowPane ahead =
            facts(
                    fact("message-next", "message.next", next),
                    fact("message-bounce", "message.bounce", bounce));
    private final FlowPane facts =
            facts(
                    fact("message-from", "message.from", from),
                    fact("message-to", "message.to", to),
                    fact("message-message-id", "message.message-id", messageId));

    /// @param times in the person's zone
    /// @param showLines shows the message's lines in the log
    MessageHead(Times times, Runnable showLines, Runnable copyText) {
        this.times = times;
        getStyleClass().add(Style.GAP_8);
        title.setId("message-id");
        state.setId("message-state");
        about.setId("message-about");
        about.setMinWidth(0);
        lines = Buttons.of("message-lines", Words.get("message.lines"), showLines);
        copy = Buttons.of("message-copy", Words.get("message.copy"), copyText);
        getChildren()
                .addAll(
                        Boxes.row(
                                Style.GAP_14,
                                Labels.whole(title),
                                state,
                                about,
                                Boxes.space(),
                                Boxes.row(Style.GAP_8, lines, copy)),
                        facts,
                        ahead);
        show(null, Instant.EPOCH);
        show(null);
    }

    void show(@Nullable Timeline timeline, Instant now) {
        boolean shown = timeline != null;
        Boxes.show(state, shown);
        Boxes.show(about, shown);
        Boxes.show(lines, shown);
        Boxes.show(copy, shown);
        Boxes.show(facts, shown);
        title.getStyleClass().remove(LogStyle.TITLE_ID);
        if (timeline == null) {
            Labels.set(title, Words.get("message.title"));
            return;
        }
        title.getStyleClass().add(LogStyle.TITLE_ID);
        Labels.set(title, DisplayText.of(timeline.id()));
        state.show(timeline.state(), timeline.tone());
        Labels.set(about, TimelineText.about(timeline, now));
        Labels.set(from, TimelineText.known(timeline.sender()));
        Labels.set(to, TimelineText.recipients(timeline).clip(160));
        Labels.set(messageId, TimelineText.known(timeline.messageId()).clip(90));
        Labels.set(copy, Words.get("message.copy"));
    }

    /// What is ahead of it while it waits; nothing with null.
    void show(@Nullable Prospect prospect) {
        Boxes.show(ahead, prospect != null);
        if (prospect != null) {
            Labels.set(next, ForecastText.nextAttempt(prospect, times));
            Labels.set(bounce, ForecastText.comesBack(prospect, times));
        }
    }

    void copied() {
        Labels.set(copy, Words.get("message.copied"));
    }

    /// None is wider than the page: what has no room is cut off.
    private static FlowPane facts(HBox... facts) {
        FlowPane pane = new FlowPane(22, 4, facts);
        pane.setMinWidth(0);
        for (HBox fact : facts) {
            fact.maxWidthProperty().bind(pane.widthProperty());
        }
        return pane;
    }

    private static HBox fact(String id, String key, Label value) {
        value.setId(id);
        return Boxes.row(Style.GAP_4, Labels.of(Words.get(key), Style.MUTED), value);
    }
}
