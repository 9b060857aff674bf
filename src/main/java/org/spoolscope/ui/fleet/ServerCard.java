package org.spoolscope.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;
import org.spoolscope.ui.chart.Sparkline;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Card;
import org.spoolscope.ui.control.Figure;
import org.spoolscope.ui.control.KeyValue;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Pill;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.state.Health;
import org.spoolscope.ui.theme.Style;

/// One server: how well it is, its queue over time, four figures, one sentence, and what is to be
/// done here and now. Opens its page on a click or Enter.
final class ServerCard {
    private static final int MOST_TAGS = 2;
    private static final double TREND_HEIGHT = 44;

    /// With or without tags, so that what stands below is level across cards.
    private static final double HEAD_HEIGHT = 20;

    private static final double FIRST_COLUMN_PERCENT = 31;
    private static final double COLUMN_PERCENT = 23;

    private final FleetActions actions;
    private final String name;
    private final Card card;
    private final StatusShape shape = new StatusShape(Tone.NEUTRAL);
    private final Label about = Labels.of(DisplayText.EMPTY, Style.SUBTLE);
    private final HBox tags = Boxes.row(Style.GAP_4);
    private final Figure total = new Figure(Words.get("fleet.queued"));
    private final Sparkline trend = new Sparkline();
    private final List<KeyValue> figures = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final Label headline = Labels.wrapped(DisplayText.EMPTY, Style.STRONG);
    private final Label advice = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final HBox buttons = Boxes.row(Style.GAP_8);
    private CardState state;

    ServerCard(CardState first, FleetActions actions) {
        this.actions = actions;
        this.state = first;
        this.name = first.server().name();
        tags.setAlignment(Pos.CENTER_RIGHT);
        tags.setMinWidth(HBox.USE_PREF_SIZE);
        about.setMinWidth(0);
        trend.setMinHeight(TREND_HEIGHT);
        HBox head =
                Boxes.row(
                        Style.GAP_8,
                        shape,
                        Labels.whole(Labels.of(DisplayText.of(name), Style.STRONG)),
                        Boxes.grow(about),
                        tags);
        about.setMaxWidth(Double.MAX_VALUE);
        head.setMinHeight(HEAD_HEIGHT);
        VBox words = Boxes.column(Style.GAP_4, headline, advice);
        card = new Card(head, total, trend, grid, Boxes.rule(), words, buttons);
        VBox.setVgrow(words, Priority.ALWAYS);
        card.setId("card-" + name);
        card.getStyleClass().add(Style.CARD_SERVER);
        card.setFocusTraversable(true);
        card.setOnMouseClicked(_ -> actions.open(name));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == card) {
                actions.open(name);
                event.consume();
            }
        });
        fillGrid(first);
        show(first);
    }

    Node node() {
        return card;
    }

    void show(CardState next) {
        boolean sameHelp =
                next.health().sentence().equals(state.health().sentence())
                        && next.listings().equals(state.listings())
                        && !buttons.getChildren().isEmpty();
        boolean sameTags = pills(next).equals(pills(state));
        state = next;
        Health health = next.health();
        card.show(health.tone());
        shape.show(health.tone());
        Labels.set(about, next.about());
        total.show(next.total(), next.growth());
        trend.show(
                Sparkline.totals(next.server().history()), health.tone(), Words.get("fleet.trend"));
        for (int i = 0; i < figures.size(); i++) {
            CardState.Figure figure = next.figures().get(i);
            figures.get(i).show(figure.name(), figure.value(), figure.tone());
        }
        Labels.set(headline, health.sentence().headline());
        Labels.set(advice, health.sentence().advice());
        Boxes.show(advice, !health.sentence().advice().isEmpty());
        if (!sameTags || tags.getChildren().isEmpty()) {
            tags.getChildren()
                    .setAll(
                            pills(next).stream()
                                    .map(tag -> new Pill(tag.text(), tag.tone()))
                                    .toList());
        }
        if (!sameHelp) {
            if (buttons.getChildren().stream().anyMatch(Node::isFocused)) {
                card.requestFocus(); // else it would go to the start of the window
            }
            buttons.getChildren().setAll(help());
            Boxes.show(buttons, !buttons.getChildren().isEmpty());
        }
        Labels.named(
                card,
                Words.get(
                        "fleet.card",
                        name,
                        health.tone().word(),
                        next.total(),
                        health.sentence().headline()));
    }

    private static List<Health.Tag> pills(CardState state) {
        List<Health.Tag> tags = new ArrayList<>();
        if (state.server().config().readOnly()) {
            tags.add(new Health.Tag(Words.get("fleet.read-only"), Tone.NEUTRAL));
        }
        state.health().tags().stream().limit(MOST_TAGS).forEach(tags::add);
        return tags;
    }

    private void fillGrid(CardState first) {
        for (CardState.Figure figure : first.figures()) {
            KeyValue cell = new KeyValue(figure.name());
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(figures.isEmpty() ? FIRST_COLUMN_PERCENT : COLUMN_PERCENT);
            grid.getColumnConstraints().add(column);
            grid.add(cell, figures.size(), 0);
            figures.add(cell);
        }
    }

    /// The buttons for what a person is needed for.
    private List<Node> help() {
        List<Node> help = new ArrayList<>();
        if (!state.listings().isEmpty()) {
            help.add(
                    Buttons.small(
                            Buttons.danger(
                                    "listings-" + name,
                                    state.listings(),
                                    () -> actions.openBlocklists(name))));
        }
        switch (state.failure()) {
            case LinkFailure.HostKeyUnknown shown ->
                    help.add(
                            Buttons.small(
                                    Buttons.primary(
                                            "accept-key-" + name,
                                            Words.get("fleet.accept-key"),
                                            () -> actions.acceptKey(name, shown))));
            case LinkFailure.PassphraseNeeded needed ->
                    help.add(
                            Buttons.small(
                                    Buttons.primary(
                                            "passphrase-" + name,
                                            Words.get("fleet.passphrase"),
                                            () -> actions.enterPassphrase(name, needed))));
            case LinkFailure.HostKeyChanged changed ->
                    help.add(
                            Buttons.small(
                                    Buttons.of(
                                            "compare-keys-" + name,
                                            Words.get("fleet.compare-keys"),
                                            () -> actions.compareKeys(changed))));
            case null, default -> {}
        }
        if (state.health().tone() == Tone.OFF || state.failure() != null) {
            boolean paused = state.server().link() instanceof Link.Paused;
            help.add(
                    Buttons.small(
                            Buttons.of(
                                    "reconnect-" + name,
                                    Words.get(paused ? "fleet.resume" : "fleet.reconnect"),
                                    () -> actions.tryAgain(name))));
            help.add(
                    Buttons.small(
                            Buttons.of(
                                    "edit-" + name,
                                    Words.get("fleet.edit"),
                                    () -> actions.edit(name))));
        }
        return help;
    }
}
