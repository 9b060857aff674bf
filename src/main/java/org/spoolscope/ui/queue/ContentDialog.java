package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.PostcatReply.Part;
import org.spoolscope.ui.control.AddressHiding;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.CopyButton;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// What a queued message says, as text: its envelope and headers, and its body when that is asked
/// for. JavaFX thread.
public final class ContentDialog {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 420;

    private final ContentViewModel model;
    private final ModalDialog dialog;
    private final ListView<DisplayText> lines = new ListView<>();
    private final Label state = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final Banner banner = new Banner();
    private final VBox grant = Boxes.column(Style.GAP_4);
    private final Button body;
    private final Button copy;
    private final Subscription hiding;

    private ContentDialog(ContentViewModel model) {
        this.model = model;
        QueueRow row = model.row();
        dialog =
                new ModalDialog(
                        "content",
                        DisplayText.of(row.message().id().value()),
                        Words.get("queue.content.about", row.server()),
                        WIDTH);
        lines.setId("content-lines");
        lines.getStyleClass().add(QueueStyle.RECIPIENTS);
        lines.setCellFactory(_ -> new LineCell());
        lines.setPrefHeight(HEIGHT);
        Labels.named(lines, Words.get("queue.content.lines"));
        state.setId("content-state");
        grant.setId("content-grant");
        grant.getStyleClass().add(DialogStyle.EVIDENCE);
        body =
                Buttons.of(
                        "content-body",
                        Words.get("queue.content.body"),
                        () -> model.read(Part.BODY));
        copy =
                Buttons.of(
                        "content-copy",
                        Words.get("queue.details.copy"),
                        () -> Clip.putLines(lines.getItems()));
        Button close = Buttons.primary("content-close", Words.get("settings.close"), dialog::close);
        dialog.body(banner, grant, state, lines)
                .foot(body, copy, Boxes.space(), close)
                .first(close)
                .onClose(this::closed);
        for (Part part : Part.values()) {
            model.part(part).addListener((_, _, _) -> show());
        }
        hiding = AddressHiding.hidden().subscribe((_, _) -> show());
    }

    /// Opens it, and begins to read envelope and headers.
    public static void open(
            ModalLayer layer, QueueRow row, MessageReading reading, Background background) {
        ContentDialog content = new ContentDialog(new ContentViewModel(row, reading, background));
        content.show();
        layer.open(content.dialog);
        content.model.read(Part.HEAD);
    }

    private void closed() {
        hiding.unsubscribe();
        model.close();
    }

    private void show() {
        Content head = model.part(Part.HEAD).get();
        Content text = model.part(Part.BODY).get();
        List<DisplayText> all = new ArrayList<>();
        add(all, head);
        add(all, text);
        boolean hidden = AddressHiding.hidden().get() && !all.isEmpty();
        if (hidden) {
            all.clear(); // headers name people in more ways than can be found
        }
        lines.getItems().setAll(all);
        Boxes.show(lines, !all.isEmpty());
        Content newest = text instanceof Content.None ? head : text;
        Labels.set(state, hidden ? Words.get("queue.content.hidden") : state(newest));
        Boxes.show(state, !state.getText().isEmpty());
        showTrouble(newest);
        Boxes.show(
                body,
                head instanceof Content.Lines
                        && !hidden
                        && !(text instanceof Content.Lines || text instanceof Content.Reading));
        Boxes.show(copy, !all.isEmpty());
    }

    private static void add(List<DisplayText> all, Content content) {
        if (content instanceof Content.Lines(List<DisplayText> read, _)) {
            all.addAll(read);
        }
    }

    private static DisplayText state(Content content) {
        return switch (content) {
            case Content.Reading _ -> Words.get("queue.content.reading");
            case Content.Lines(_, boolean cut) when cut -> Words.get("queue.content.cut");
            case Content.Lines _, Content.None _, Content.Refused _, Content.Failed _ ->
                    DisplayText.EMPTY;
        };
    }

    private void showTrouble(Content content) {
        Sentence why =
                switch (content) {
                    case Content.Refused refused -> refused.why();
                    case Content.Failed failed -> failed.why();
                    case Content.Lines _, Content.None _, Content.Reading _ -> null;
                };
        Boxes.show(banner, why != null);
        if (why != null) {
            banner.show(why, Tone.WARN, List.of());
        }
        Boxes.show(grant, content instanceof Content.Refused);
        if (content instanceof Content.Refused(_, DisplayText line)) {
            grant.getChildren()
                    .setAll(
                            Labels.of(
                                    Words.get("settings.test.grant-sudo"),
                                    Style.SUBTLE,
                                    Style.SMALL),
                            Labels.wrapped(line, Style.MONO),
                            CopyButton.of(
                                    "content-grant-copy",
                                    Words.get("settings.test.copy"),
                                    List.of(line)));
        }
    }

    /// Breaks its text at the width of the list.
    private static final class LineCell extends ListCell<DisplayText> {
        private final Label text = Labels.wrapped(DisplayText.EMPTY, Style.MONO);

        LineCell() {
            setPrefWidth(0);
            text.setMinHeight(USE_PREF_SIZE);
            getStyleClass().add(QueueStyle.CONTENT_LINE);
        }

        @Override
        protected void updateItem(@Nullable DisplayText line, boolean empty) {
            super.updateItem(line, empty);
            Labels.set(text, line == null || empty ? DisplayText.EMPTY : line);
            setGraphic(line == null || empty ? null : text);
        }
    }
}
