package org.spoolscope.ui.action;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.TableWithDetails;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.settings.CopyButton;
import org.spoolscope.ui.settings.Facts;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// Everything about one action, beside the table.
final class ActionDetails extends VBox implements TableWithDetails.Details<ActionRow> {
    private final Times times;
    private final FollowUp followUp;
    private final Consumer<String> copyIds;
    private final Label title = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final Button undo;
    private final VBox body = Boxes.column(Style.GAP_14);
    private @Nullable ActionRow row;
    private Runnable close = () -> {};

    /// @param copyIds copies the ids of the action with this name
    ActionDetails(Times times, FollowUp followUp, Consumer<String> copyIds) {
        this.times = times;
        this.followUp = followUp;
        this.copyIds = copyIds;
        setId("action-details");
        getStyleClass().add(QueueStyle.DETAILS);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        undo =
                Buttons.small(
                        Buttons.of(
                                "action-details-undo",
                                Words.get("action.undo"),
                                () -> {
                                    ActionRow shown = row;
                                    if (shown != null) {
                                        followUp.undo(shown.record().id());
                                    }
                                }));
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        Boxes.grow(title),
                        undo,
                        Buttons.small(
                                Buttons.quiet(
                                        "action-details-close",
                                        Words.get("settings.close"),
                                        () -> close.run())));
        head.getStyleClass().add(QueueStyle.DETAILS_HEAD);
        head.setMinHeight(USE_PREF_SIZE);
        body.getStyleClass().add(QueueStyle.DETAILS_BODY);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    @Override
    public void onClose(Runnable action) {
        close = action;
    }

    @Override
    public @Nullable ActionRow row() {
        return row;
    }

    @Override
    public void show(ActionRow next) {
        boolean same =
                row != null
                        && row.record().equals(next.record())
                        && row.readOnly() == next.readOnly();
        row = next;
        Labels.set(title, next.what());
        Boxes.show(undo, next.canBeUndone());
        if (!same) {
            fill(next);
        }
    }

    private void fill(ActionRow shown) {
        ActionRecord record = shown.record();
        Facts facts = new Facts();
        facts.text(
                "action-detail-name", Words.get("action.page.name"), DisplayText.of(record.id()));
        facts.text("action-detail-when", Words.get("action.page.when"), shown.when(times));
        facts.text(
                "action-detail-server",
                Words.get("action.page.server"),
                DisplayText.of(record.server()));
        facts.text(
                "action-detail-who", Words.get("action.page.who"), DisplayText.of(record.user()));
        if (!record.reason().isEmpty()) {
            facts.text(
                    "action-detail-why",
                    Words.get("action.page.reason"),
                    DisplayText.of(record.reason()));
        }
        DisplayText outcome = shown.outcome();
        if (!outcome.isEmpty()) {
            facts.text("action-detail-outcome", Words.get("action.page.outcome"), outcome);
        }
        facts.text("action-detail-state", Words.get("action.page.state"), state(shown));
        body.getChildren().setAll(facts);
        if (!record.leftOnHold().isEmpty() && !shown.readOnly()) {
            body.getChildren().add(leftOnHold(record));
        }
        if (record.asked() > 0) {
            body.getChildren()
                    .add(
                            Boxes.row(
                                    Style.GAP_8,
                                    Boxes.space(),
                                    Buttons.small(
                                            Buttons.quiet(
                                                    "action-details-ids",
                                                    Words.get(
                                                            "action.page.copy-ids",
                                                            Figures.count(record.asked())),
                                                    () -> copyIds.accept(record.id())))));
        }
        if (!record.outliers().isEmpty()) {
            OutlierList list = new OutlierList(record.outliers());
            VBox.setVgrow(list, Priority.ALWAYS);
            body.getChildren()
                    .addAll(
                            Boxes.row(
                                    Style.GAP_8,
                                    Boxes.grow(
                                            Labels.of(
                                                    Words.get(
                                                            "action.page.not-changed",
                                                            Figures.count(
                                                                    record.outliers().size())),
                                                    Style.STRONG)),
                                    Boxes.space(),
                                    CopyButton.of(
                                            "action-details-copy",
                                            Words.get("action.outliers.copy"),
                                            OutlierList.lines(record.outliers()))),
                            list);
        }
    }

    /// The ways on from an interruption.
    private VBox leftOnHold(ActionRecord record) {
        return Boxes.column(
                Style.GAP_8,
                Labels.wrapped(Words.get("action.page.left-on-hold"), Style.MUTED),
                Boxes.row(
                        Style.GAP_8,
                        Boxes.space(),
                        Buttons.small(
                                Buttons.of(
                                        "action-details-release",
                                        ActionWording.name(Verb.RELEASE),
                                        () -> followUp.ask(Verb.RELEASE, record))),
                        Buttons.small(
                                Buttons.of(
                                        "action-details-go-on",
                                        ActionWording.name(record.verb()),
                                        () -> followUp.ask(record.verb(), record)))));
    }

    private DisplayText state(ActionRow shown) {
        ActionRecord record = shown.record();
        if (record.undoneBy() != null) {
            return Words.get("action.page.undone-by", record.undoneBy());
        }
        return record.undoes() == null
                ? shown.state(times)
                : Words.get("action.page.undoes", shown.state(times), record.undoes());
    }
}
