package org.spoolscope.ui.message;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The Message page. JavaFX thread.
public final class MessageView extends StackPane {
    private final MessageViewModel model;
    private final Times times;
    private final Consumer<MessageQuery> find;
    private final BiConsumer<String, String> showLines;
    private final TextField search =
            Fields.text(
                    "message-search",
                    Words.get("message.search"),
                    Words.get("message.search.prompt"));
    private final Label count = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final MessageHead head;
    private final MatchList matches;
    private final TimelinePane steps;
    private final OldSearchPane oldSearch;
    private final Button searchOld;
    private final StackPane body = new StackPane();
    private @Nullable Sentence shownEmpty;

    /// @param times in the zone that the person picked
    /// @param find goes to what is looked for
    /// @param showLines shows the lines of a message: the server's name and the queue id
    public MessageView(
            MessageViewModel model,
            Times times,
            Consumer<MessageQuery> find,
            BiConsumer<String, String> showLines) {
        this.model = model;
        this.times = times;
        this.find = find;
        this.showLines = showLines;
        head = new MessageHead(times, this::lines, this::copy);
        matches = new MatchList(times, model::choose);
        steps =
                new TimelinePane(
                        times,
                        link -> find.accept(new MessageQuery(link.server(), link.id())),
                        model::searchOld);
        oldSearch = new OldSearchPane(model::cancelOld, model::hideOld);
        searchOld = Buttons.of("message-old", Words.get("message.old"), this::askOld);
        Labels.hint(searchOld, Words.get("message.old.hint"));
        setId("message-page");
        search.getStyleClass().addAll(Style.MONO, QueueStyle.FILTER_TEXT);
        search.setOnAction(_ -> ask());
        HBox.setHgrow(search, Priority.ALWAYS);
        count.setId("message-count");
        body.getStyleClass().add(Style.PANEL);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page =
                Boxes.column(
                        Style.GAP_14,
                        head,
                        Boxes.row(
                                Style.GAP_8,
                                search,
                                Labels.whole(count),
                                Buttons.of("message-find", Words.get("message.find"), this::ask),
                                searchOld),
                        oldSearch,
                        matches,
                        body);
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        model.answer().addListener((_, _, _) -> showAnswer());
        model.searching().addListener((_, _, _) -> showChosen());
        model.chosen().addListener((_, _, _) -> showChosen());
        model.query()
                .addListener((_, _, query) -> Fields.set(search, DisplayText.of(query.term())));
        model.oldSearch().addListener((_, _, _) -> showOldSearch());
        showAnswer();
        showOldSearch();
    }

    /// What the keyboard is for here: the steps of a message.
    public Node main() {
        return steps;
    }

    /// Takes the focus to the search.
    public void startSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// Tells ages anew, and whether any log is read.
    public void tick() {
        showChosen();
    }

    private void ask() {
        find.accept(new MessageQuery("", search.getText().strip()));
    }

    /// Looks for what is typed, in memory and in the servers' own logs.
    private void askOld() {
        if (!search.getText().strip().equals(model.query().get().term())) {
            ask();
        }
        if (model.query().get().isEmpty()) {
            search.requestFocus();
        } else {
            model.searchOld();
        }
    }

    private void showOldSearch() {
        oldSearch.show(model.oldSearch().get());
        showChosen();
    }

    private void showAnswer() {
        MessageAnswer answer = model.answer().get();
        matches.show(answer.found(), model.chosen().get());
        int found = answer.found().size() + answer.more();
        Labels.set(
                count,
                found < 2
                        ? DisplayText.EMPTY
                        : answer.more() == 0
                                ? Words.get("message.found", Figures.count(found))
                                : Words.get(
                                        "message.found-more",
                                        Figures.count(found),
                                        Figures.count(answer.found().size())));
        showChosen();
    }

    private void showChosen() {
        Timeline timeline = model.chosen().get();
        head.show(timeline, model.now());
        head.show(model.prospect());
        searchOld.setDisable(!model.hasServers());
        if (timeline != null) {
            steps.show(timeline);
            steps.offer(model.isOldSearched());
            shownEmpty = null;
            if (!body.getChildren().contains(steps)) {
                body.getChildren().setAll(steps);
            }
        } else if (!why().equals(shownEmpty)) {
            shownEmpty = why();
            body.getChildren().setAll(empty());
        }
    }

    private EmptyState empty() {
        boolean offers =
                model.hasServers() && !model.query().get().isEmpty() && !model.searching().get();
        return offers && !model.isOldSearched()
                ? new EmptyState(
                        why(),
                        Buttons.primary(
                                "message-old-empty", Words.get("message.old"), model::searchOld))
                : new EmptyState(why());
    }

    private Sentence why() {
        String key;
        if (model.oldSearch().get().isRunning()) {
            key = "message.empty.searching-old";
        } else if (model.searching().get()) {
            key = "message.empty.searching";
        } else if (!model.hasLines()) {
            key = "message.empty.no-log";
        } else if (model.query().get().isEmpty()) {
            key = "message.empty.nothing-asked";
        } else {
            key = model.isOldSearched() ? "message.empty.not-found-old" : "message.empty.not-found";
        }
        DisplayText term = MessageQuery.shown(model.query().get().term());
        return new Sentence(Words.get(key, term), Words.get(key + ".advice", term));
    }

    private void lines() {
        Timeline timeline = model.chosen().get();
        if (timeline != null) {
            showLines.accept(timeline.server(), timeline.id());
        }
    }

    private void copy() {
        Timeline timeline = model.chosen().get();
        if (timeline != null) {
            Clip.putLines(TimelineText.lines(timeline, times, model.now()));
            head.copied();
        }
    }
}
