package org.spoolscope.ui.action;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.settings.CopyButton;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// What came of an action on one server: in a sentence, the messages that were not changed, and
/// what would allow it where it was refused.
final class EndPane extends VBox {
    EndPane(ActionEnd end, boolean several) {
        getStyleClass().add(Style.GAP_8);
        Label words =
                Labels.wrapped(
                        several
                                ? Words.get("action.stage", end.plan().server(), end.words())
                                : end.words(),
                        Style.STRONG);
        words.setId("action-end-" + end.plan().server());
        getChildren()
                .add(
                        Boxes.row(
                                Style.GAP_8,
                                new StatusShape(end.isClean() ? Tone.OK : Tone.WARN),
                                Boxes.grow(words)));
        if (!end.said().isEmpty()) {
            getChildren().add(Labels.wrapped(Words.get("action.said", end.said()), Style.MUTED));
        }
        if (!end.grant().isEmpty()) {
            getChildren().add(grant(end.grant()));
        }
        if (!end.outliers().isEmpty()) {
            getChildren()
                    .addAll(
                            new OutlierList(end.outliers()),
                            Boxes.row(
                                    Style.GAP_8,
                                    Boxes.space(),
                                    CopyButton.of(
                                            "action-outliers-copy",
                                            Words.get("action.outliers.copy"),
                                            OutlierList.lines(end.outliers()))));
        }
    }

    private static VBox grant(List<DisplayText> lines) {
        VBox column =
                Boxes.column(
                        Style.GAP_4,
                        Labels.wrapped(Words.get("action.grant"), Style.SMALL, Style.SUBTLE));
        for (DisplayText line : lines) {
            column.getChildren().add(Labels.wrapped(line, Style.MONO));
        }
        column.getChildren()
                .add(
                        Boxes.row(
                                Style.GAP_8,
                                Boxes.space(),
                                CopyButton.of(
                                        "action-grant-copy",
                                        Words.get("action.grant.copy"),
                                        lines)));
        column.setId("action-grant");
        column.getStyleClass().add(DialogStyle.INSET);
        return column;
    }
}
