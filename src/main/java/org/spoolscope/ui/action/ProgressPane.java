package org.spoolscope.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.action.Progress;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// How far actions are, one line per server. Moves on by itself while it is on screen.
final class ProgressPane extends VBox {
    private record Line(RunningAction run, Label words, ProgressBar bar) {}

    private final List<Line> lines = new ArrayList<>();
    private final Timeline clock =
            new Timeline(new KeyFrame(Duration.millis(200), _ -> lines.forEach(this::show)));

    ProgressPane(List<RunningAction> runs) {
        setId("action-progress");
        getStyleClass().add(Style.GAP_14);
        for (RunningAction run : runs) {
            Label words = Labels.of(DisplayText.EMPTY);
            ProgressBar bar = new ProgressBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            Labels.named(bar, DisplayText.of(run.plan().server()));
            Line line = new Line(run, words, bar);
            lines.add(line);
            show(line);
            getChildren().add(Boxes.column(Style.GAP_4, words, bar));
        }
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        clock.stop();
                    } else {
                        clock.play();
                    }
                });
    }

    private void show(Line line) {
        boolean over = line.run().outcome().isDone();
        Progress progress = line.run().progress();
        DisplayText words = over ? Words.get("action.stage.over") : words(progress);
        Labels.set(line.words(), Words.get("action.stage", line.run().plan().server(), words));
        line.bar().setProgress(over ? 1 : share(progress));
    }

    /// `putting on hold, 1,000 of 3,912`.
    static DisplayText words(Progress progress) {
        DisplayText stage =
                Words.get(
                        "action.stage."
                                + progress.stage()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
        return progress.total() == 0
                ? stage
                : Words.get(
                        "action.stage.of",
                        stage,
                        Figures.count(progress.done()),
                        Figures.count(progress.total()));
    }

    private static double share(Progress progress) {
        return progress.done() == 0 || progress.total() == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) progress.done() / progress.total();
    }
}
