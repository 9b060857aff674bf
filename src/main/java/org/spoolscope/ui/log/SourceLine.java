package org.spoolscope.ui.log;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// Where one server's lines come from; while older ones are read, how far that is; and where
/// nothing may be read, the line that would grant it.
final class SourceLine extends VBox {
    private static final double PROGRESS_WIDTH = 120;

    private final StatusShape shape = new StatusShape(Tone.OFF);
    private final Label text = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final ProgressBar progress = new ProgressBar();
    private final Label grant = Labels.wrapped(DisplayText.EMPTY, Style.MONO);
    private final Button copy =
            Buttons.small(Buttons.of("log-grant-copy", Words.get("log.grant.copy"), () -> {}));
    private final FlowPane granting = new FlowPane(8, 4);
    private DisplayText granted = DisplayText.EMPTY;

    SourceLine() {
        getStyleClass().add(Style.GAP_4);
        progress.setPrefWidth(PROGRESS_WIDTH);
        Labels.named(progress, Words.get("log.progress"));
        HBox line = Boxes.row(Style.GAP_8, shape, text, progress);
        granting.getChildren().addAll(grant, copy);
        getChildren().addAll(line, granting);
        copy.setOnAction(_ -> {
            Clip.put(granted);
            Labels.set(copy, Words.get("log.grant.copied"));
        });
    }

    void show(LogStatus.Source source) {
        shape.show(source.tone());
        Labels.set(text, source.text());
        boolean reading = !Double.isNaN(source.progress());
        Boxes.show(progress, reading);
        if (reading) {
            progress.setProgress(source.progress());
        }
        DisplayText line = source.grant();
        Boxes.show(granting, line != null);
        if (line != null) {
            granted = line;
            Labels.set(grant, line);
        }
    }
}
