package org.spoolscope.ui.deliverability;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.settings.CopyLines;
import org.spoolscope.ui.theme.CheckStyle;
import org.spoolscope.ui.theme.Style;

/// One finding: how bad it is and of which check, what is so, what to do, what to copy, and the
/// records that prove it, folded where all is well.
final class FindingLine extends HBox {
    private static final double SEVERITY_WIDTH = 66;
    private static final double CHECK_WIDTH = 96;

    FindingLine(FindingRow row) {
        getStyleClass().addAll(Style.GAP_8, CheckStyle.FINDING);
        setAlignment(Pos.TOP_LEFT);
        Label check = column(Labels.of(row.check(), Style.MUTED), CHECK_WIDTH);
        getChildren().addAll(severity(row), check, Boxes.grow(words(row)));
        Labels.named(
                this,
                Words.get(
                        "deliverability.page.finding.name",
                        row.severity(),
                        row.check(),
                        row.sentence().headline(),
                        row.sentence().advice()));
    }

    private static Node severity(FindingRow row) {
        Label word = column(Labels.of(row.severity(), CheckStyle.SEVERITY), SEVERITY_WIDTH);
        row.tone().apply(word);
        StatusShape shape = new StatusShape(row.tone());
        Labels.named(shape, row.severity());
        HBox severity = Boxes.row(Style.GAP_8, shape, word);
        severity.setMaxHeight(USE_PREF_SIZE); // beside the first line
        return severity;
    }

    private static Label column(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private static Node words(FindingRow row) {
        VBox words = Boxes.column(Style.GAP_4);
        words.setMinWidth(0);
        ToggleButton fold = fold(row);
        Label headline = Labels.wrapped(row.sentence().headline());
        if (row.tone() != Tone.OK) {
            headline.getStyleClass().add(Style.STRONG);
        }
        headline.setMinWidth(0);
        headline.setMaxWidth(Double.MAX_VALUE);
        HBox first = Boxes.row(Style.GAP_14, Boxes.grow(headline), fold);
        first.setAlignment(Pos.TOP_LEFT);
        words.getChildren().add(first);
        if (!row.sentence().advice().isEmpty()) {
            words.getChildren().add(Labels.wrapped(row.sentence().advice(), Style.MUTED));
        }
        if (!row.fix().isEmpty()) {
            words.getChildren()
                    .add(
                            block(
                                    Words.get("deliverability.page.fix"),
                                    CopyLines.of("fix-" + row.id(), row.fix())));
        }
        if (!row.evidence().isEmpty()) {
            Node evidence =
                    block(
                            Words.get("deliverability.page.evidence"),
                            CopyLines.of("evidence-" + row.id(), row.evidence()));
            evidence.visibleProperty().bind(fold.selectedProperty());
            evidence.managedProperty().bind(fold.selectedProperty());
            words.getChildren().add(evidence);
        }
        return words;
    }

    private static Node block(DisplayText heading, Node lines) {
        VBox block =
                Boxes.column(Style.GAP_4, Labels.of(heading, Style.SMALL, Style.SUBTLE), lines);
        block.getStyleClass().add(CheckStyle.LINES);
        return block;
    }

    private static ToggleButton fold(FindingRow row) {
        DisplayText text =
                Words.get(
                        "deliverability.page.evidence.count", Figures.count(row.evidence().size()));
        ToggleButton fold = Buttons.toggle("fold-" + row.id(), text);
        fold.getStyleClass().add(Style.BUTTON_SMALL);
        fold.setSelected(row.open());
        Boxes.show(fold, !row.evidence().isEmpty());
        return Labels.named(
                fold,
                Words.get("deliverability.page.evidence.name", text, row.sentence().headline()));
    }
}
