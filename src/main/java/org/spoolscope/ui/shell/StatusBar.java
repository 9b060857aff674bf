package org.spoolscope.ui.shell;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// The line at the bottom: how many servers are live, and the time in the zone that is shown.
final class StatusBar extends HBox {
    private final Times times;
    private final Label clock = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.MUTED);

    /// @param besides what else stands there
    StatusBar(ShellViewModel shell, Times times, List<? extends Node> besides) {
        this.times = times;
        getStyleClass().add(Style.STATUS_BAR);
        Label live = Labels.of(shell.live(), Style.SMALL, Style.MUTED);
        live.setId("status-live");
        getChildren().addAll(live, Boxes.space());
        getChildren().addAll(besides);
        getChildren().add(clock);
    }

    void tick(Instant now) {
        Labels.set(clock, DisplayText.of(times.second(now) + " " + times.zoneName()));
    }
}
