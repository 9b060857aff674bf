package org.spoolscope.ui.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.theme.Style;

/// One action before the person, from the question to what came of it. It may be closed while the
/// action runs, which goes on then.
final class ActionDialog {
    private static final double WIDTH = 660;
    private static final List<Duration> GRACES =
            List.of(Duration.ZERO, ActionPlan.GRACE, Duration.ofHours(1));

    private final ActionViewModel model;
    private final Supplier<Instant> now;
    private final BiConsumer<List<String>, String> flush;
    private final Consumer<ActionEnd> undo;
    private final ModalDialog dialog;
    private final Banner problem = new Banner();

    /// @param flush opens the question about a flush: the servers and the site, which may be empty
    /// @param undo takes an action back that is over
    ActionDialog(
            ActionViewModel model,
            Verb verb,
            Supplier<Instant> now,
            BiConsumer<List<String>, String> flush,
            Consumer<ActionEnd> undo) {
        this.model = model;
        this.now = now;
        this.flush = flush;
        this.undo = undo;
        this.dialog =
                new ModalDialog(
                        "action-dialog", ActionWording.name(verb), DisplayText.EMPTY, WIDTH);
        problem.setId("action-problem");
        model.stage().addListener((_, _, _) -> show());
        model.problem().addListener((_, _, why) -> showProblem(why));
        showProblem(model.problem().get());
        show();
    }

    ModalDialog dialog() {
        return dialog;
    }

    private void show() {
        Proposal proposal = model.proposal();
        if (proposal != null) {
            dialog.head(title(proposal), subtitle(proposal));
        }
        switch (model.stage().get()) {
            case COUNTING -> counting();
            case ASKING -> {
                if (proposal != null) {
                    ask(proposal);
                }
            }
            case RUNNING -> running();
            case OVER -> over();
        }
        if (dialog.getScene() != null) {
            dialog.focusFirst();
        }
    }

    private void counting() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        Button cancel = cancel();
        dialog.body(Labels.of(Words.get("action.dialog.counting"), Style.MUTED), bar)
                .foot(Boxes.space(), cancel)
                .first(cancel);
    }

    private void ask(Proposal proposal) {
        Button cancel = cancel();
        if (proposal.hasTooManyRetries()) {
            offerFlush(proposal, cancel);
            return;
        }
        if (proposal.isEmpty()) {
            dialog.body(nothing(), new ProposalPane(proposal, now.get()))
                    .foot(Boxes.space(), cancel)
                    .first(cancel);
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(new ProposalPane(proposal, now.get()));
        if (proposal.verb() == Verb.DELETE) {
            parts.add(grace());
        }
        parts.add(undoSentence(proposal));
        TextField reason =
                Fields.text(
                        "action-reason",
                        Words.get("action.dialog.reason"),
                        Words.get("action.dialog.reason.prompt"));
        reason.textProperty().bindBidirectional(model.reason());
        parts.add(labelled(Words.get("action.dialog.reason"), reason));
        parts.add(problem);
        Button start = start(proposal);
        if (!proposal.verb().isDestructive()) {
            reason.setOnAction(_ -> start.fire());
        }
        List<Node> foot = new ArrayList<>();
        if (proposal.needsCount()) {
            foot.addAll(count(proposal, start));
        }
        foot.addAll(List.of(Boxes.space(), cancel, start));
        dialog.body(parts.toArray(Node[]::new))
                .foot(foot.toArray(Node[]::new))
                .first(reason)
                .tone(proposal.verb() == Verb.DELETE ? Tone.BAD : Tone.NEUTRAL);
    }

    private Button start(Proposal proposal) {
        DisplayText title = title(proposal);
        Button start =
                proposal.verb().isDestructive()
                        ? Buttons.danger("action-start", title, model::start)
                        : Buttons.primary("action-start", title, model::start);
        start.disableProperty().bind(model.mayStart().not());
        return start;
    }

    private Button cancel() {
        return Buttons.of("action-cancel", Words.get("settings.cancel"), dialog::close);
    }

    private void offerFlush(Proposal proposal, Button cancel) {
        Banner why = new Banner();
        why.setId("action-too-many");
        why.show(
                new Sentence(
                        Words.get("action.dialog.too-many", Figures.count(ActionPlan.MOST_RETRIES)),
                        Words.get("action.dialog.too-many.advice")),
                Tone.WARN,
                List.of());
        List<Node> foot = new ArrayList<>(List.of(Boxes.space(), cancel));
        proposal.commonDomain()
                .ifPresent(domain ->
                        foot.add(
                                Buttons.of(
                                        "action-flush-site",
                                        Words.get("action.dialog.flush-site", domain),
                                        () -> insteadFlush(proposal, domain))));
        foot.add(
                Buttons.primary(
                        "action-flush-all",
                        Words.get("action.dialog.flush-all"),
                        () -> insteadFlush(proposal, "")));
        dialog.body(why, new ProposalPane(proposal, now.get()))
                .foot(foot.toArray(Node[]::new))
                .first(cancel);
    }

    private void insteadFlush(Proposal proposal, String site) {
        dialog.close();
        flush.accept(proposal.servers(), site);
    }

    private Node nothing() {
        return new EmptyState(
                new Sentence(
                        Words.get("action.dialog.nothing"),
                        Words.get("action.dialog.nothing.advice")));
    }

    private Node undoSentence(Proposal proposal) {
        Label sentence = Labels.wrapped(DisplayText.EMPTY, Style.STRONG);
        sentence.setId("action-undo-sentence");
        model.grace()
                .subscribe(grace -> {
                    Labels.set(sentence, ActionWording.undo(proposal.verb(), grace));
                    dialog.head(title(proposal), subtitle(proposal));
                });
        return sentence;
    }

    private Node grace() {
        ToggleGroup group = new ToggleGroup();
        HBox choices = new HBox();
        choices.getStyleClass().add(Style.SEGMENT);
        choices.setMaxWidth(HBox.USE_PREF_SIZE);
        for (Duration grace : GRACES) {
            ToggleButton choice =
                    Buttons.choice(
                            "action-grace-" + grace.toMinutes(),
                            grace.isZero()
                                    ? Words.get("action.dialog.grace.none")
                                    : DisplayText.of(Figures.span(grace)),
                            group);
            choice.setSelected(model.grace().get().equals(grace));
            choice.setOnAction(_ -> model.grace().set(grace));
            choices.getChildren().add(choice);
        }
        group.selectedToggleProperty()
                .addListener((_, before, next) -> {
                    if (next == null) {
                        group.selectToggle(before);
                    }
                });
        return labelled(Words.get("action.dialog.grace"), choices);
    }

    /// Beside the buttons, so that it is always in view. Who has typed the number means it: Enter
    /// starts then, also what is destructive.
    private List<Node> count(Proposal proposal, Button start) {
        String number = String.valueOf(proposal.messages());
        DisplayText label = Words.get("action.dialog.count", number);
        TextField field = Fields.text("action-count", label, DisplayText.EMPTY);
        field.textProperty().bindBidirectional(model.count());
        field.setOnAction(_ -> start.fire());
        field.setPrefWidth(96);
        Label text = Labels.whole(Labels.of(label, Style.MUTED));
        text.setLabelFor(field);
        return List.of(text, field);
    }

    private static Node labelled(DisplayText text, Node input) {
        Label label = Labels.of(text, Style.MUTED);
        label.setLabelFor(input);
        return Boxes.column(Style.GAP_4, label, input);
    }

    private void running() {
        Button close = Buttons.of("action-close", Words.get("action.dialog.hide"), dialog::close);
        Button stop = Buttons.of("action-stop", Words.get("action.dialog.stop"), () -> {});
        stop.setOnAction(_ -> {
            model.cancel();
            stop.setDisable(true);
        });
        dialog.body(
                        new ProgressPane(model.runs()),
                        Labels.wrapped(Words.get("action.dialog.goes-on"), Style.MUTED),
                        problem)
                .foot(Boxes.space(), stop, close)
                .first(close);
    }

    private void over() {
        if (model.isClean()) {
            dialog.close();
            return;
        }
        List<Node> parts = new ArrayList<>();
        boolean several = model.ends().size() > 1;
        model.ends().forEach(end -> parts.add(new EndPane(end, several)));
        parts.add(problem);
        Button close = Buttons.primary("action-close", Words.get("settings.close"), dialog::close);
        List<Node> foot = new ArrayList<>(List.of(Boxes.space()));
        List<ActionEnd> undoable = model.ends().stream().filter(ActionEnd::canBeUndone).toList();
        if (!undoable.isEmpty()) {
            foot.add(
                    Buttons.of(
                            "action-undo",
                            Words.get("action.undo"),
                            () -> {
                                dialog.close();
                                undoable.forEach(undo);
                            }));
        }
        foot.add(close);
        dialog.body(parts.toArray(Node[]::new)).foot(foot.toArray(Node[]::new)).first(close);
    }

    private static DisplayText title(Proposal proposal) {
        if (proposal.verb() != Verb.FLUSH) {
            return ActionWording.title(proposal.verb(), proposal.messages());
        }
        return proposal.site().isEmpty()
                ? ActionWording.title(Verb.FLUSH, 0)
                : Words.get("action.dialog.flush-site", proposal.site());
    }

    private DisplayText subtitle(Proposal proposal) {
        return proposal.site().isEmpty()
                ? ActionWording.does(proposal.verb(), model.grace().get())
                : Words.get("action.dialog.flush-site.does", proposal.site());
    }

    private void showProblem(DisplayText why) {
        problem.show(
                new Sentence(Words.get("action.dialog.not-started"), why), Tone.BAD, List.of());
        Boxes.show(problem, !why.isEmpty());
    }
}
