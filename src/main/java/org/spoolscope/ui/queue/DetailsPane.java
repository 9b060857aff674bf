package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// Everything about one message, beside the table.
final class DetailsPane extends VBox {
    private final Times times;
    private final Supplier<Instant> now;
    private final Label title = Labels.of(DisplayText.EMPTY, Style.MONO, Style.STRONG);
    private final Label gone =
            Labels.wrapped(Words.get("queue.details.gone"), Style.SMALL, Style.MUTED);
    private final List<Label> values = new ArrayList<>();
    private final GridPane fields = new GridPane();
    private final Label heading = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final ListView<RecipientLine> recipients = new ListView<>();
    private final Button copy;
    private @Nullable QueueRow row;

    /// @param times in the person's zone
    /// @param now what ages count up to
    /// @param openJourney goes to the message's page: its server's name and its id
    /// @param read opens what the message says
    DetailsPane(
            Times times,
            Supplier<Instant> now,
            BiConsumer<String, String> openJourney,
            Consumer<QueueRow> read,
            Runnable close) {
        this.times = times;
        this.now = now;
        setId("details");
        getStyleClass().add(QueueStyle.DETAILS);
        title.setId("details-id");
        title.setMinWidth(0);
        copy =
                Buttons.small(
                        Buttons.of("details-copy", Words.get("queue.details.copy"), this::copy));
        Button shut =
                Buttons.small(
                        Buttons.quiet("details-close", Words.get("queue.details.close"), close));
        Button journey =
                Buttons.small(
                        Buttons.of(
                                "details-journey",
                                Words.get("queue.details.journey"),
                                () -> open(openJourney)));
        HBox head = Boxes.row(Style.GAP_8, Boxes.grow(title), journey, copy, shut);
        title.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().add(QueueStyle.DETAILS_HEAD);
        head.setMinHeight(USE_PREF_SIZE);
        fields.getStyleClass().add(DialogStyle.FORM);
        recipients.setId("details-recipients");
        recipients.getStyleClass().add(QueueStyle.RECIPIENTS);
        recipients.setCellFactory(_ -> new RecipientLine.Cell());
        Labels.named(recipients, Words.get("queue.details.list"));
        VBox.setVgrow(recipients, Priority.ALWAYS);
        Button content =
                Buttons.small(
                        Buttons.of(
                                "details-read", Words.get("queue.details.read"), () -> read(read)));
        VBox body =
                Boxes.column(
                        Style.GAP_14, gone, fields, content, Boxes.rule(), heading, recipients);
        body.getStyleClass().add(QueueStyle.DETAILS_BODY);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /// The message that is shown, or null.
    @Nullable QueueRow row() {
        return row;
    }

    /// Shows a message.
    ///
    /// @param listed whether it still stands in the list
    void show(QueueRow next, boolean listed) {
        boolean same = row != null && row.message().equals(next.message());
        row = next;
        Boxes.show(gone, !listed);
        Labels.set(title, DisplayText.of(next.message().id().value()));
        List<MessageText.Line> lines = MessageText.lines(next, times, now.get());
        List<MessageText.Line> shown = lines.subList(1, lines.size()); // the id is the title
        for (int i = 0; i < shown.size(); i++) {
            if (i == values.size()) {
                addField(shown.get(i).name(), i);
            }
            Labels.set(values.get(i), shown.get(i).value());
        }
        if (!same) {
            Labels.set(copy, Words.get("queue.details.copy"));
            Labels.set(heading, heading(next.message()));
            recipients.getItems().setAll(RecipientLine.of(next.message()));
        }
    }

    private void addField(DisplayText name, int line) {
        Label value = Labels.wrapped(DisplayText.EMPTY);
        values.add(value);
        Label label = Labels.whole(Labels.of(name, Style.MUTED));
        GridPane.setValignment(label, VPos.TOP);
        fields.addRow(line, label, value);
    }

    private static DisplayText heading(QueuedMessage message) {
        int count = message.recipientCount();
        return switch (count) {
            case 0 ->
                    Words.get(
                            message.queue() == QueueName.HOLD
                                    ? "queue.details.held-empty"
                                    : "queue.details.no-recipients");
            case 1 -> Words.get("queue.details.recipient");
            default -> Words.get("queue.details.recipients", Figures.count(count));
        };
    }

    private void open(BiConsumer<String, String> journey) {
        QueueRow shown = row;
        if (shown != null) {
            journey.accept(shown.server(), shown.message().id().value());
        }
    }

    private void read(Consumer<QueueRow> read) {
        QueueRow shown = row;
        if (shown != null) {
            read.accept(shown);
        }
    }

    private void copy() {
        QueueRow shown = row;
        if (shown != null) {
            Clip.putLines(MessageText.copy(shown, times, now.get()));
            Labels.set(copy, Words.get("queue.details.copied"));
        }
    }
}
