package org.spoolscope.ui.log;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.Style;

/// The whole of the line where the keyboard is, under the list, which shows its beginning only.
final class LinePane extends VBox {
    private static final double HIGHEST = 110;

    /// A line is at most 16 KiB; nobody reads that here.
    private static final int LONGEST = 4_000;

    private final Label moment = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.MUTED);
    private final Label text = Labels.wrapped(DisplayText.EMPTY, Style.MONO, LogStyle.LINE_TEXT);
    private final Button open;

    /// @param open goes to the line's message
    LinePane(Runnable open, Runnable copy, Runnable close) {
        setId("log-line");
        getStyleClass().addAll(LogStyle.LINE_PANE, Style.GAP_4);
        this.open = Buttons.small(Buttons.of("log-open", DisplayText.EMPTY, open));
        text.setId("log-line-text");
        moment.setMinWidth(0);
        VBox words = new VBox(text);
        FittingScroll scroll = new FittingScroll(words);
        scroll.setMaxHeight(HIGHEST);
        getChildren()
                .addAll(
                        Boxes.row(
                                Style.GAP_8,
                                moment,
                                Boxes.space(),
                                this.open,
                                Buttons.small(Buttons.of("log-copy", Words.get("log.copy"), copy)),
                                Buttons.small(
                                        Buttons.quiet("log-close", Words.get("log.close"), close))),
                        scroll);
        Boxes.show(this, false);
    }

    void show(LogRow row, DisplayText when, DisplayText whole) {
        Labels.set(moment, Words.get("log.line", row.server(), when));
        Labels.set(text, whole.clip(LONGEST));
        Boxes.show(open, !row.id().isEmpty());
        Labels.set(open, Words.get("log.open", row.id()));
    }
}
