package org.spoolscope.ui.action;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.shell.Toasts;

/// Puts actions before the person and says what came of them. JavaFX thread.
public final class ActionDialogs implements ActionRequests {
    private final ModalLayer layer;
    private final Toasts toasts;
    private final ActionStarter starter;
    private final Background background;
    private final InstantSource clock;
    private final Times times;
    private final Supplier<Set<String>> readOnly;

    /// @param clock what ages count up to
    /// @param readOnly the servers on which nothing may be changed, as of now
    public ActionDialogs(
            ModalLayer layer,
            Toasts toasts,
            ActionStarter starter,
            Background background,
            InstantSource clock,
            Times times,
            Supplier<Set<String>> readOnly) {
        this.layer = layer;
        this.toasts = toasts;
        this.starter = starter;
        this.background = background;
        this.clock = clock;
        this.times = times;
        this.readOnly = readOnly;
    }

    @Override
    public void ask(Verb verb, Chosen chosen) {
        Predicate<String> mayChange = mayChange();
        open(verb, () -> Proposal.of(verb, chosen, mayChange));
    }

    @Override
    public void flush(List<String> servers, String site) {
        Predicate<String> mayChange = mayChange();
        open(Verb.FLUSH, () -> Proposal.flush(servers, site, mayChange));
    }

    /// Takes an action back; how that went is told in a toast.
    public void undo(String action) {
        starter.undo(
                action,
                "",
                why -> toasts.show(why, DisplayText.EMPTY),
                end -> toasts.show(end.words(), DisplayText.EMPTY));
    }

    private Predicate<String> mayChange() {
        Set<String> not = readOnly.get();
        return server -> !not.contains(server);
    }

    private void open(Verb verb, Supplier<Proposal> counting) {
        ActionViewModel model = new ActionViewModel(counting, starter, background);
        ActionDialog dialog =
                new ActionDialog(
                        model, verb, clock::instant, this::flush, end -> undo(end.action()));
        dialog.dialog()
                .onClose(() -> {
                    tell(model);
                    model.stage().addListener((_, _, _) -> tell(model));
                });
        layer.open(dialog.dialog());
    }

    /// What came of it, once the dialog does not show it any more.
    private void tell(ActionViewModel model) {
        if (model.stage().get() != ActionViewModel.Stage.OVER) {
            return;
        }
        List<ActionEnd> ends = model.ends();
        List<ActionEnd> undoable = ends.stream().filter(ActionEnd::canBeUndone).toList();
        DisplayText words =
                ends.size() == 1
                        ? ends.getFirst().words()
                        : Words.get("action.toast.servers", ends.size(), sum(ends));
        if (undoable.isEmpty()) {
            toasts.show(words, DisplayText.EMPTY);
        } else {
            toasts.offer(
                    words,
                    until(undoable),
                    Words.get("action.undo"),
                    () -> undoable.forEach(end -> undo(end.action())));
        }
    }

    private static String sum(List<ActionEnd> ends) {
        StringBuilder all = new StringBuilder();
        ends.forEach(end ->
                all.append(all.isEmpty() ? "" : " ")
                        .append(end.plan().server())
                        .append(": ")
                        .append(end.words()));
        return all.toString();
    }

    /// Until when a deletion can be taken back.
    private DisplayText until(List<ActionEnd> ends) {
        Instant until = null;
        for (ActionEnd end : ends) {
            if (end.outcome() != null && end.outcome().until() != null) {
                until = end.outcome().until();
            }
        }
        return until == null
                ? DisplayText.EMPTY
                : Words.get("action.toast.until", times.minute(until));
    }
}
