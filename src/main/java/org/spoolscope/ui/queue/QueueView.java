package org.spoolscope.ui.queue;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
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
import org.spoolscope.postfix.filter.Key;
import org.spoolscope.ui.action.ActionRequests;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.filter.FilterBox;
import org.spoolscope.ui.filter.FilterHelp;
import org.spoolscope.ui.filter.FilterLanguage;
import org.spoolscope.ui.filter.Suggestions;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The Queue page. JavaFX thread.
public final class QueueView extends StackPane {
    private static final double DETAILS_WIDTH = 440;
    private static final double ROOM_FOR_KEYS = 1100;
    private static final double ROOM_FOR_BUTTONS = 700;

    private static final FilterLanguage LANGUAGE =
            new FilterLanguage(
                    Words.get("queue.filter.name"),
                    Words.get("queue.filter.prompt"),
                    Words.get("queue.filter.words"),
                    Words.get("queue.filter.example"),
                    Key.completions());

    private final Suggestions suggestions = new Suggestions(LANGUAGE);
    private final FilterHelp help = new FilterHelp(LANGUAGE);
    private final MessageTable table;
    private final FilterBox filter;
    private final QueueHead head;
    private final SidePane side;
    private final DetailsPane details;
    private final StackPane placeholder = new StackPane();
    private final Label foot = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Label keys = Labels.of(Words.get("queue.keys"), Style.SMALL, Style.SUBTLE);
    private final ActionScope scope;
    private final ActionBar actions;
    private QueueStatus.@Nullable Empty shownEmpty;

    /// @param times in the zone that the person picked
    /// @param state where it is remembered what the person has made of the table
    /// @param scope what an action would be about
    /// @param requests puts actions before the person
    /// @param openJourney goes to a message's page: its server's name and its id
    /// @param read opens what a message says
    public QueueView(
            QueueViewModel model,
            ActionScope scope,
            ActionRequests requests,
            Times times,
            WindowState state,
            BiConsumer<String, String> openJourney,
            Consumer<QueueRow> read) {
        this.scope = scope;
        actions = new ActionBar(scope, requests);
        table = new MessageTable(model, state, this::openDetails, this::copied, actions::ask);
        side = new SidePane(model);
        filter =
                new FilterBox(
                        LANGUAGE,
                        model.mistake(),
                        model::filter,
                        suggestions,
                        help,
                        side.toggle(),
                        table::requestFocus);
        head = new QueueHead(model, filter, table, times);
        details = new DetailsPane(times, model::now, openJourney, read, this::closeDetails);
        setId("queue-page");
        table.setPlaceholder(placeholder);
        VBox page = Boxes.column(Style.GAP_14, head, body());
        page.getStyleClass().add(Style.PAGE);
        getChildren().addAll(page, suggestions, help);
        model.answer().addListener((_, _, answer) -> show(answer));
        model.status().addListener((_, _, status) -> show(status));
        model.query().addListener((_, _, query) -> head.showChips(query));
        table.selection().selectedItemProperty().addListener((_, _, row) -> follow(row));
        table.selection().getSelectedIndices().addListener((Observable _) -> showScope());
        table.setOnContextMenuRequested(this::openMenu);
        scope.state().subscribe(now -> head.showRefusal(now.refusal()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressedElsewhere);
        show(model.answer().get());
        show(model.status().get());
    }

    /// Shows what a filter finds on all servers, such as one that another page links to, and
    /// narrows it by nothing else.
    public void show(DisplayText text) {
        head.only(text);
    }

    /// What the keyboard is for here: the messages.
    public Node main() {
        return table;
    }

    /// Takes the focus to the filter.
    public void startSearch() {
        filter.field().requestFocus();
        filter.field().selectAll();
    }

    private Node body() {
        keys.setMinWidth(0);
        foot.setMinWidth(0);
        HBox strip = Boxes.row(Style.GAP_14, foot, Boxes.space(), keys, actions);
        strip.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
        strip.getStyleClass().add(QueueStyle.TABLE_FOOT);
        foot.setId("queue-foot");
        VBox panel = new VBox(table, strip);
        panel.getStyleClass().add(Style.PANEL);
        VBox.setVgrow(table, Priority.ALWAYS);
        details.setMaxWidth(USE_PREF_SIZE);
        details.setVisible(false);
        StackPane.setAlignment(details, Pos.CENTER_RIGHT);
        StackPane list = new StackPane(panel, details);
        list.widthProperty()
                .addListener(
                        (_, _, width) -> details.setPrefWidth(detailsWidth(width.doubleValue())));
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox right = Boxes.column(Style.GAP_8);
        right.getChildren().addAll(head.conditions());
        right.getChildren().add(list);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(side, right);
        body.getStyleClass().add(Style.GAP_14);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        body.widthProperty().addListener((_, _, width) -> side.fit(width.doubleValue()));
        return body;
    }

    /// The foot of the table has so much room.
    private void fit(double room) {
        Boxes.show(keys, room >= ROOM_FOR_KEYS);
        actions.fold(room < ROOM_FOR_BUTTONS);
    }

    /// Leaves the queue ids in view where there is room.
    private static double detailsWidth(double room) {
        return Math.min(DETAILS_WIDTH, Math.max(room - 140, Math.min(room, 320)));
    }

    private void show(QueueAnswer answer) {
        QueueRow open = details.row();
        int place = open == null ? -1 : answer.rows().place(open.key());
        table.show(answer);
        side.show(answer);
        if (open != null && details.isVisible()) {
            details.show(place < 0 ? open : answer.rows().get(place), place >= 0);
        }
        showScope();
    }

    private void show(QueueStatus status) {
        head.show(status);
        if (status.empty() != shownEmpty) {
            shownEmpty = status.empty();
            placeholder.getChildren().setAll(empty(status.empty()));
        }
    }

    private Node empty(QueueStatus.Empty why) {
        return switch (why) {
            case NO -> new StackPane();
            case NO_SERVERS -> new EmptyState(sentence("queue.empty.no-servers"));
            case NOT_LISTED -> new EmptyState(sentence("queue.empty.not-listed"));
            case NOTHING_QUEUED -> new EmptyState(sentence("queue.empty.nothing-queued"));
            case NOTHING_MATCHES ->
                    new EmptyState(
                            sentence("queue.empty.nothing-matches"),
                            Buttons.of(
                                    "queue-show-all", Words.get("queue.chip.clear"), head::clear));
        };
    }

    private static Sentence sentence(String key) {
        return new Sentence(Words.get(key), Words.get(key + ".advice"));
    }

    /// Other rows are there or selected.
    private void showScope() {
        scope.show(table.rows(), table.selection().rows());
        showFoot();
    }

    private void showFoot() {
        int selected = table.selection().getSelectedIndices().size();
        Labels.set(
                foot,
                selected > 0
                        ? Words.get("queue.selected", Figures.count(selected))
                        : Words.get("queue.shown", Figures.count(table.getItems().size())));
    }

    private void openMenu(ContextMenuEvent event) {
        ContextMenu menu = actions.menu();
        menu.setAutoHide(true);
        menu.show(table, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void copied(int count) {
        Labels.set(foot, Words.get("queue.copied", Figures.count(count)));
    }

    private void openDetails() {
        QueueRow row = table.selection().getSelectedItem();
        if (row != null) {
            details.show(row, true);
            details.setVisible(true);
        }
    }

    private void follow(@Nullable QueueRow row) {
        if (row != null && details.isVisible()) {
            details.show(row, true);
        }
    }

    private void closeDetails() {
        details.setVisible(false);
        table.requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean typing = filter.field().isFocused();
        if (event.getCode() == KeyCode.ESCAPE && help.isVisible()) {
            help.hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !typing && details.isVisible()) {
            closeDetails();
            event.consume();
        }
    }

    /// The character, not a key: on many keyboards it is Shift and a digit.
    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("/") && !filter.field().isFocused()) {
            startSearch();
            event.consume();
        }
    }

    private void pressedElsewhere(MouseEvent event) {
        if (help.isVisible() && !help.holds(event.getTarget())) {
            help.hide();
        }
    }
}
