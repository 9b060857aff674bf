package org.spoolscope.ui.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.ui.fx.Background;

/// One action from the question to its outcome. The messages are those that were chosen when it was
/// asked for, whatever the queue does meanwhile. JavaFX thread.
public final class ActionViewModel {
    /// How far it is.
    public enum Stage {
        /// What was chosen is looked through.
        COUNTING,
        /// The person is asked.
        ASKING,
        /// It is being carried out.
        RUNNING,
        /// It is known what came of it.
        OVER
    }

    private final ActionStarter starter;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.COUNTING);
    private final ReadOnlyObjectWrapper<DisplayText> problem =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty count = new SimpleStringProperty("");
    private final ObjectProperty<Duration> grace = new SimpleObjectProperty<>(ActionPlan.GRACE);
    private final ReadOnlyBooleanWrapper mayStart = new ReadOnlyBooleanWrapper();
    private final List<ActionEnd> ends = new ArrayList<>();
    private List<RunningAction> runs = List.of();
    private @Nullable Proposal proposal;
    private boolean begun;

    /// @param counting what is to be put before the person; takes its time, in the background
    public ActionViewModel(
            Supplier<Proposal> counting, ActionStarter starter, Background background) {
        this.starter = starter;
        count.addListener(_ -> update());
        background.run(() -> {
            Proposal counted = counting.get();
            background.onScreen(() -> ask(counted));
        });
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// What is proposed; null while it is counted.
    public @Nullable Proposal proposal() {
        return proposal;
    }

    /// Why, as the person says.
    public StringProperty reason() {
        return reason;
    }

    /// The number of messages, typed in by the person where that is wanted.
    public StringProperty count() {
        return count;
    }

    /// Of a deletion: how long it can be taken back; zero for at once.
    public ObjectProperty<Duration> grace() {
        return grace;
    }

    /// Whether the person has said all that is needed.
    public ReadOnlyBooleanProperty mayStart() {
        return mayStart.getReadOnlyProperty();
    }

    /// Why it was not begun, or not on all servers; else empty.
    public ReadOnlyObjectProperty<DisplayText> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Those that are carried out, one per server.
    public List<RunningAction> runs() {
        return runs;
    }

    /// Those that are over.
    public List<ActionEnd> ends() {
        return List.copyOf(ends);
    }

    /// Whether all of it went as asked.
    public boolean isClean() {
        return stage.get() == Stage.OVER
                && problem.get().isEmpty()
                && ends.stream().allMatch(ActionEnd::isClean);
    }

    /// Carries it out.
    public void start() {
        Proposal asked = proposal;
        if (asked == null || !mayStart.get()) {
            return;
        }
        begun = true;
        update();
        problem.set(DisplayText.EMPTY);
        starter.start(
                asked.plans(reason.get().strip(), grace.get()),
                this::started,
                problem::set,
                this::ended);
    }

    /// Ends it between two pieces.
    public void cancel() {
        runs.forEach(RunningAction::cancel);
    }

    private void ask(Proposal counted) {
        proposal = counted;
        stage.set(Stage.ASKING);
        update();
    }

    private void started(List<RunningAction> some) {
        runs = List.copyOf(some);
        if (runs.isEmpty()) {
            begun = false;
            update();
        } else {
            stage.set(Stage.RUNNING);
        }
    }

    private void ended(ActionEnd end) {
        ends.add(end);
        if (ends.size() == runs.size()) {
            stage.set(Stage.OVER);
        }
    }

    private void update() {
        Proposal asked = proposal;
        mayStart.set(
                asked != null
                        && !begun
                        && !asked.isEmpty()
                        && !asked.hasTooManyRetries()
                        && (!asked.needsCount() || isCount(asked.messages())));
    }

    /// With or without what sets the thousands apart.
    private boolean isCount(int messages) {
        return count.get().replaceAll("[\\s,.']", "").equals(String.valueOf(messages));
    }
}
