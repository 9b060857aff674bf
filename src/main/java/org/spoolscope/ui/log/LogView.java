package org.spoolscope.ui.log;

import java.time.InstantSource;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.LogKey;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.filter.FilterBox;
import org.spoolscope.ui.filter.FilterHelp;
import org.spoolscope.ui.filter.FilterLanguage;
import org.spoolscope.ui.filter.Suggestions;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The Log page. JavaFX thread.
public final class LogView extends StackPane {
    private static final FilterLanguage LANGUAGE =
            new FilterLanguage(
                    Words.get("log.filter.name"),
                    Words.get("log.filter.prompt"),
                    Words.get("log.filter.words"),
                    Words.get("log.filter.example"),
                    LogKey.completions());

    private final LogViewModel model;
    private final BiConsumer<String, String> openMessage;
    private final RowText rowText;
    private final LineList list;
    private final Suggestions suggestions = new Suggestions(LANGUAGE);
    private final FilterHelp help = new FilterHelp(LANGUAGE);
    private final ToggleButton follow = Buttons.toggle("log-follow", Words.get("log.follow"));
    private final FilterBox filter;
    private final LogHead head;
    private final LinePane pane;
    private final Button newLines;
    private final Label foot = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final StackPane placeholder = new StackPane();
    private LogStatus.@Nullable Empty shownEmpty;

    /// @param times in the zone that the person picked
    /// @param openMessage goes to a message: the server's name and the queue id; with an empty id
    ///   to the search for one
    public LogView(
            LogViewModel model,
            Times times,
            InstantSource clock,
            BiConsumer<String, String> openMessage) {
        this.model = model;
        this.openMessage = openMessage;
        this.rowText = new RowText(times, clock);
        this.list = new LineList(rowText, this::open);
        this.filter =
                new FilterBox(
                        LANGUAGE,
                        model.mistake(),
                        model::filter,
                        suggestions,
                        help,
                        follow,
                        list::requestFocus);
        this.head =
                new LogHead(
                        filter, model::choose, filter::set, () -> openMessage.accept(scope(), ""));
        this.pane = new LinePane(this::open, () -> LineKeys.copy(list), this::closePane);
        this.newLines =
                Buttons.small(Buttons.primary("log-new-lines", DisplayText.EMPTY, this::toTheTail));
        setId("log-page");
        VBox page = Boxes.column(Style.GAP_14, head, body());
        page.getStyleClass().add(Style.PAGE);
        getChildren().addAll(page, suggestions, help);
        follow.selectedProperty().bindBidirectional(list.following());
        model.answer().addListener((_, _, answer) -> show(answer));
        model.status().addListener((_, _, status) -> show(status));
        list.unseen().addListener((_, _, _) -> showFoot());
        list.following().addListener((_, _, _) -> showFoot());
        list.selected().addListener((_, _, _) -> showSelection());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressedElsewhere);
        show(model.answer().get());
        show(model.status().get());
    }

    /// Shows what a filter finds, on one server or, with an empty name, on all.
    public void show(String server, DisplayText text) {
        model.choose(server.isEmpty() ? null : server);
        filter.set(text);
    }

    /// What the keyboard is for here: the lines.
    public Node main() {
        return list;
    }

    /// Takes the focus to the filter.
    public void startSearch() {
        filter.field().requestFocus();
        filter.field().selectAll();
    }

    private Node body() {
        newLines.getStyleClass().add(LogStyle.NEW_LINES);
        StackPane.setAlignment(newLines, Pos.BOTTOM_CENTER);
        StackPane lines = new StackPane(list, placeholder, newLines);
        placeholder.setPickOnBounds(false);
        lines.setMinHeight(0);
        VBox.setVgrow(lines, Priority.ALWAYS);
        foot.setId("log-foot");
        Label keys = Labels.of(Words.get("log.keys"), Style.SMALL, Style.SUBTLE);
        keys.setMinWidth(0);
        HBox strip = Boxes.row(Style.GAP_14, Labels.whole(foot), Boxes.space(), keys);
        strip.getStyleClass().add(QueueStyle.TABLE_FOOT);
        VBox panel = new VBox(lines, pane, strip);
        panel.getStyleClass().add(Style.PANEL);
        panel.setMinHeight(0);
        VBox.setVgrow(panel, Priority.ALWAYS);
        return panel;
    }

    private void show(LogAnswer answer) {
        list.show(answer);
        showFoot();
    }

    private void show(LogStatus status) {
        head.show(status, model.servers(), model.query().get().server());
        if (status.empty() != shownEmpty) {
            shownEmpty = status.empty();
            placeholder.getChildren().setAll(empty(status.empty()));
            Boxes.show(placeholder, status.empty() != LogStatus.Empty.NO);
        }
    }

    private Node empty(LogStatus.Empty why) {
        return switch (why) {
            case NO -> new StackPane();
            case NO_SERVERS -> new EmptyState(sentence("log.empty.no-servers"));
            case NO_LOG -> new EmptyState(sentence("log.empty.no-log"));
            case NO_LINES -> new EmptyState(sentence("log.empty.no-lines"));
            case NOTHING_MATCHES ->
                    new EmptyState(
                            sentence("log.empty.nothing-matches"),
                            Buttons.of(
                                    "log-show-all",
                                    Words.get("log.show-all"),
                                    () -> filter.set(DisplayText.EMPTY)));
        };
    }

    private static Sentence sentence(String key) {
        return new Sentence(Words.get(key), Words.get(key + ".advice"));
    }

    private void showFoot() {
        long count = list.selection().count();
        if (count > 1) {
            Labels.set(foot, Words.get("log.selected", Figures.count(count)));
        } else {
            Labels.set(
                    foot,
                    Words.get(
                            list.following().get() ? "log.shown" : "log.frozen",
                            list.answer().lines() == 1
                                    ? Words.get("log.one-line")
                                    : Words.get(
                                            "log.lines", Figures.count(list.answer().lines()))));
        }
        long unseen = list.unseen().get();
        Labels.set(
                newLines,
                unseen == 1
                        ? Words.get("log.new-line")
                        : Words.get("log.new-lines", Figures.count(unseen)));
        newLines.setVisible(unseen > 0);
        Labels.set(follow, Words.get(list.following().get() ? "log.follow" : "log.follow.off"));
    }

    private void showSelection() {
        LogRow row = list.selection().count() == 1 ? list.lead() : null;
        Boxes.show(pane, row != null);
        if (row != null) {
            long position = list.selection().lead();
            pane.show(row, rowText.moment(list.answer(), position), list.whole(position));
        }
        showFoot();
    }

    private void closePane() {
        list.clearSelection();
        list.requestFocus();
    }

    private void toTheTail() {
        list.clearSelection();
        list.following().set(true);
        list.requestFocus();
    }

    private void open() {
        LogRow row = list.lead();
        if (row != null && !row.id().isEmpty()) {
            String server = list.answer().servers().get(LogRef.server(row.ref()));
            openMessage.accept(server, row.id().toString());
        }
    }

    private String scope() {
        String server = model.query().get().server();
        return server == null ? "" : server;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && help.isVisible()) {
            help.hide();
            event.consume();
        }
    }

    private void pressedElsewhere(MouseEvent event) {
        if (help.isVisible() && !help.holds(event.getTarget())) {
            help.hide();
        }
    }
}
