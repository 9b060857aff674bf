package org.spoolscope.ui.deliverability;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.PageScroll;
import org.spoolscope.ui.control.Pill;
import org.spoolscope.ui.control.ServerChoice;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.settings.CopyLines;
import org.spoolscope.ui.theme.CheckStyle;
import org.spoolscope.ui.theme.Style;

/// The Deliverability page. JavaFX thread.
public final class DeliverabilityView extends StackPane {
    private static final double GRANT_WIDTH = 560;

    private final DeliverabilityViewModel model;
    private final ServerChoice servers;
    private final Label summary = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final Button check;
    private final Banner obstacle = new Banner();
    private final VBox grant = Boxes.column(Style.GAP_4);
    private final FlowPane totals = new FlowPane(8, 4);
    private final VBox notes = Boxes.column(Style.GAP_4);
    private final AddressPane addresses;
    private final VBox subjects = Boxes.column(Style.GAP_14);
    private final PageScroll found = new PageScroll();
    private final StackPane empty = new StackPane();

    /// @param openLists shows the Blocklists page of a server
    public DeliverabilityView(DeliverabilityViewModel model, Consumer<String> openLists) {
        this.model = model;
        this.servers = ServerChoice.ofOne("deliverability-server", model::choose);
        this.check =
                Buttons.primary(
                        "deliverability-check",
                        Words.get("deliverability.page.check"),
                        model::checkNow);
        this.addresses = new AddressPane(() -> shown(openLists));
        setId("deliverability-page");
        summary.setId("deliverability-summary");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        totals.setId("deliverability-totals");
        notes.setId("deliverability-notes");
        obstacle.setId("deliverability-obstacle");
        subjects.setId("deliverability-subjects");
        VBox all = Boxes.column(Style.GAP_14, totals, addresses, notes, subjects);
        all.getStyleClass().add(CheckStyle.FOUND);
        found.setContent(all);
        found.getStyleClass().add(Style.PAGE_SCROLL);
        found.setId("deliverability-found");
        found.setFocusTraversable(true);
        Labels.named(found, Words.get("deliverability.page.title"));
        StackPane body = new StackPane(found, empty);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = Boxes.column(Style.GAP_14, head(), obstacle, grant, body);
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        model.content().addListener((_, _, next) -> show(next));
        model.underWay().addListener((_, _, now) -> showCheck(now));
        model.server().addListener((_, _, _) -> found.setVvalue(0));
        showCheck(model.underWay().get());
        show(model.content().get());
    }

    private Node head() {
        return Boxes.row(
                Style.GAP_14,
                Labels.whole(Labels.title(Words.get("deliverability.page.title"))),
                Boxes.grow(summary),
                servers,
                check);
    }

    /// What the keyboard is for here: what was found.
    public Node main() {
        return found;
    }

    /// Tells ages anew; to be called about once a second.
    public void tick() {
        servers.show(model.servers(), model.server().get());
        Labels.set(summary, model.summary());
    }

    /// The button stays where it is, and with it the focus.
    private void showCheck(boolean underWay) {
        Labels.set(
                check,
                Words.get(
                        underWay
                                ? "deliverability.page.check.under-way"
                                : "deliverability.page.check"));
        tick();
    }

    private void show(PageContent next) {
        boolean hasFound = !next.subjects().isEmpty();
        Sentence message = next.message();
        Boxes.show(obstacle, hasFound && message != null);
        Boxes.show(grant, hasFound && !next.grant().isEmpty());
        found.setVisible(hasFound);
        empty.setVisible(!hasFound);
        empty.getChildren().setAll(hasFound ? List.of() : List.of(emptyState(message, next)));
        if (hasFound) {
            if (message != null) {
                obstacle.show(message, Tone.WARN, List.of());
            }
            grant.getChildren().setAll(lines(next.grant()));
            totals.getChildren()
                    .setAll(
                            next.totals().stream()
                                    .map(total -> new Pill(total.text(), total.tone()))
                                    .toList());
            addresses.show(next.addresses());
            notes.getChildren()
                    .setAll(
                            next.notes().stream()
                                    .map(note -> Labels.wrapped(note, Style.MUTED))
                                    .toList());
            Boxes.show(notes, !next.notes().isEmpty());
            subjects.getChildren().setAll(next.subjects().stream().map(SubjectCard::of).toList());
        }
        tick();
    }

    private Node emptyState(@Nullable Sentence message, PageContent next) {
        return new EmptyState(
                message == null ? new Sentence(DisplayText.EMPTY, DisplayText.EMPTY) : message,
                lines(next.grant()).toArray(Node[]::new));
    }

    private static List<Node> lines(List<DisplayText> grant) {
        if (grant.isEmpty()) {
            return List.of();
        }
        VBox lines = new VBox(CopyLines.of("deliverability-grant", grant));
        lines.getStyleClass().add(CheckStyle.LINES);
        lines.setMaxWidth(GRANT_WIDTH);
        return List.of(lines);
    }

    private void shown(Consumer<String> open) {
        String server = model.server().get();
        if (server != null) {
            open.accept(server);
        }
    }
}
