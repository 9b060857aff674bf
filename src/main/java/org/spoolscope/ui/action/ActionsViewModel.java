package org.spoolscope.ui.action;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.Progress;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// Everything ever done from here, the newest first. JavaFX thread.
public final class ActionsViewModel {
    /// What the journal says.
    ///
    /// @param changedLine the first that is not as it was written, or 0
    /// @param problem why it can't be read, or empty
    private record Answer(List<ActionRecord> records, long changedLine, DisplayText problem) {
        static final Answer NOTHING = new Answer(List.of(), 0, DisplayText.EMPTY);
    }

    private final ActionGate gate;
    private final InstantSource clock;
    private final Background background;
    private final Lane<ActionDesk, Answer> readings;
    private final ReadOnlyObjectWrapper<List<ActionRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ActionRow>> waiting =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<DisplayText> warning =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayText> note =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private Answer latest = Answer.NOTHING;

    /// Follows the desk, as long as there is one.
    ///
    /// @param clock what times count to; that of the journal
    public ActionsViewModel(ActionGate gate, Background background, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
        this.background = background;
        this.readings = background.lane(ActionsViewModel::read, this::take);
        warning.set(gate.absence());
        gate.readOnly().addListener(_ -> show());
        gate.desk()
                .ifPresent(desk -> {
                    desk.subscribe(() -> readings.submit(desk));
                    readings.submit(desk);
                });
    }

    /// All actions but those in [#waiting].
    public ReadOnlyObjectProperty<List<ActionRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// Deletions whose time of grace runs, the one that ends first at the top.
    public ReadOnlyObjectProperty<List<ActionRow>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// What is wrong with the journal; empty while nothing is.
    public ReadOnlyObjectProperty<DisplayText> warning() {
        return warning.getReadOnlyProperty();
    }

    /// How many run or wait, for the navigation; empty when none does.
    public ReadOnlyObjectProperty<DisplayText> note() {
        return note.getReadOnlyProperty();
    }

    /// Whether anything was ever done.
    public boolean isEmpty() {
        return latest.records().isEmpty();
    }

    /// Why nothing may be done or undone at present; empty when something may.
    public DisplayText refusal() {
        return gate.refusal(List.of());
    }

    /// Finds the messages that an action was asked for.
    ///
    /// @param found told their ids, later
    public void ids(String action, Consumer<List<DisplayText>> found) {
        gate.desk()
                .ifPresent(desk ->
                        background.run(() -> {
                            List<DisplayText> ids = ids(desk, action);
                            background.onScreen(() -> found.accept(ids));
                        }));
    }

    private static List<DisplayText> ids(ActionDesk desk, String action) {
        try {
            return desk.targets(action).stream()
                    .map(target -> DisplayText.of(target.id().value()))
                    .toList();
        } catch (IOException e) {
            return List.of(Words.get("action.page.unreadable", String.valueOf(e.getMessage())));
        }
    }

    /// Lets the times move on. Costs nothing where none does.
    public void tick() {
        boolean moves =
                latest.records().stream()
                        .anyMatch(one ->
                                one.state() == ActionRecord.State.RUNNING
                                        || one.state() == ActionRecord.State.WAITING);
        if (moves) {
            show();
        }
    }

    private static Answer read(ActionDesk desk) {
        try {
            return new Answer(desk.records(), desk.firstChangedLine(), DisplayText.EMPTY);
        } catch (IOException e) {
            return new Answer(
                    List.of(),
                    0,
                    Words.get("action.page.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private void take(Answer answer) {
        latest = answer;
        warning.set(
                !answer.problem().isEmpty()
                        ? answer.problem()
                        : answer.changedLine() > 0
                                ? Words.get("action.page.changed", answer.changedLine())
                                : gate.absence());
        show();
    }

    private void show() {
        Instant now = clock.instant();
        Map<String, Progress> progress = new HashMap<>();
        gate.desk().map(ActionDesk::running).orElse(List.of()).stream()
                .forEach(run -> progress.put(run.action(), run.progress()));
        List<ActionRow> all =
                latest.records().reversed().stream()
                        .map(one ->
                                new ActionRow(
                                        one,
                                        progress.get(one.id()),
                                        now,
                                        gate.isReadOnly(one.server())))
                        .toList();
        waiting.set(
                all.stream()
                        .filter(row -> row.record().state() == ActionRecord.State.WAITING)
                        .sorted(
                                Comparator.comparing(
                                        row -> row.record().until(),
                                        Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
        rows.set(
                all.stream()
                        .filter(row -> row.record().state() != ActionRecord.State.WAITING)
                        .toList());
        long open =
                all.stream()
                        .filter(row ->
                                row.record().state() == ActionRecord.State.RUNNING
                                        || row.record().state() == ActionRecord.State.WAITING)
                        .count();
        note.set(open == 0 ? DisplayText.EMPTY : DisplayText.of(Figures.count(open)));
    }
}
