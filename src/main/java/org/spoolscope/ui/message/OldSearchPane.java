package org.spoolscope.ui.message;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// The search of the servers' own logs: how far it is, file by file; afterwards what was searched.
final class OldSearchPane extends VBox {
    private static final double PROGRESS_WIDTH = 120;
    private static final double HIGHEST = 118;

    private final Label title = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final Button cancel;
    private final Button hide;
    private final VBox rows = Boxes.column(Style.GAP_4);
    private OldSearch shown = OldSearch.NONE;

    OldSearchPane(Runnable cancelling, Runnable hiding) {
        setId("message-old-search");
        getStyleClass().addAll(LogStyle.OLD_SEARCH, Style.GAP_4);
        title.setId("message-old-title");
        title.setMinWidth(0);
        cancel =
                Buttons.small(
                        Buttons.of(
                                "message-old-cancel", Words.get("message.old.cancel"), cancelling));
        hide =
                Buttons.small(
                        Buttons.quiet("message-old-hide", Words.get("message.old.hide"), hiding));
        FittingScroll scroll = new FittingScroll(rows);
        scroll.setMaxHeight(HIGHEST);
        getChildren().addAll(Boxes.row(Style.GAP_8, title, Boxes.space(), cancel, hide), scroll);
        setMinHeight(USE_PREF_SIZE);
        Boxes.show(this, false);
    }

    void show(OldSearch search) {
        if (search.equals(shown)) {
            return;
        }
        shown = search;
        Boxes.show(this, !search.servers().isEmpty());
        Boxes.show(cancel, search.isRunning());
        Boxes.show(hide, search.isOver());
        Labels.set(
                title,
                Words.get(
                        search.isRunning() ? "message.old.title" : "message.old.title-over",
                        MessageQuery.shown(search.term())));
        List<Node> lines = new ArrayList<>();
        for (OldSearch.Server server : search.servers()) {
            boolean first = true;
            for (OldSearchText.Said said : OldSearchText.of(server)) {
                lines.add(row(said, first && server.isRunning() ? server.progress() : Double.NaN));
                first = false;
            }
        }
        rows.getChildren().setAll(lines);
    }

    /// @param progress from 0 to 1, below 0 while it is not known, NaN where there is none
    private static Node row(OldSearchText.Said said, double progress) {
        Label text = Labels.wrapped(said.text(), Style.MUTED);
        HBox line = Boxes.row(Style.GAP_8, new StatusShape(said.tone()), text);
        if (!Double.isNaN(progress)) {
            ProgressBar bar = Labels.named(new ProgressBar(progress), Words.get("message.old.bar"));
            bar.setPrefWidth(PROGRESS_WIDTH);
            bar.setMinWidth(PROGRESS_WIDTH);
            line.getChildren().add(1, bar);
        }
        DisplayText grant = said.grant();
        if (grant == null) {
            return line;
        }
        Button copy =
                Buttons.small(
                        Buttons.of(
                                "message-old-grant",
                                Words.get("log.grant.copy"),
                                () -> Clip.put(grant)));
        return Boxes.column(
                Style.GAP_4, line, Boxes.row(Style.GAP_8, Labels.wrapped(grant, Style.MONO), copy));
    }
}
